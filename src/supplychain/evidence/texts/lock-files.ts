import type { LocatedObservation } from '../../facts/located-facts';
import { onLine, type EvidenceText } from './placed-text';

/** A lock file: how it begins, and how a hash looks in it. */
interface LockFormat {
  readonly path: RegExp;
  readonly begins: RegExp;
  readonly hash: RegExp;
}

const FORMATS: readonly LockFormat[] = [
  {
    path: /(?:^|\/)(?:uv|poetry|pdm)\.lock$/u,
    begins: /^\[\[package\]\]/mu,
    hash: /\bhash\s*=\s*"sha\d+:|\{\s*file\s*=.*hash\s*=/u,
  },
  { path: /(?:^|\/)pylock(?:\.[^/]+)?\.toml$/u, begins: /^lock-version\s*=/mu, hash: /\bsha256\s*=/u },
  { path: /(?:^|\/)Pipfile\.lock$/u, begins: /"_meta"\s*:/u, hash: /"sha256:/u },
  {
    path: /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/u,
    begins: /"lockfileVersion"\s*:/u,
    hash: /"integrity"\s*:\s*"sha\d+-/u,
  },
  { path: /(?:^|\/)pnpm-lock\.yaml$/u, begins: /^lockfileVersion:/mu, hash: /integrity:\s*sha\d+-/u },
  {
    path: /(?:^|\/)yarn\.lock$/u,
    begins: /^(?:# yarn lockfile|__metadata:)/mu,
    hash: /^\s+(?:integrity sha\d+-|checksum:)/mu,
  },
  { path: /(?:^|\/)bun\.lock$/u, begins: /"lockfileVersion"\s*:/u, hash: /"sha\d+-/u },
  { path: /(?:^|\/)pixi\.lock$/u, begins: /^version:/mu, hash: /^\s+sha256:/mu },
  {
    path: /(?:^|\/)(?:[^/]*\.)?conda-lock\.ya?ml$/u,
    begins: /^(?:metadata|package):/mu,
    hash: /^\s+sha256:/mu,
  },
];

export function isLock(path: string): boolean {
  return FORMATS.some((format) => format.path.test(path));
}

/** What a lock file is evidence of; of one that is cut off, its beginning is enough. */
export function lockEvidence(file: EvidenceText): readonly LocatedObservation[] {
  const format = FORMATS.find(({ path }) => path.test(file.path));
  if (!format?.begins.test(file.text)) return [];
  const hash = file.text.search(format.hash);
  return [
    onLine('EV-LOCK', 'a lock file', file),
    ...(hash === -1 ? [] : [onLine('EV-HASHES', 'a lock file with hashes', file, hash)]),
  ];
}
