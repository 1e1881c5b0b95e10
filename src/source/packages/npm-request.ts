import type { PackageRequest } from '../content/package-request';
import { rangeAt, type TextPlace } from '../content/text-place';
import { packageSource } from './package-source';

const NAMED = /^((?:@[\w.~-]+\/)?[A-Za-z0-9][\w.~-]*)(?:@(.*))?$/su;
const EXACT = /^[=v]{0,2}(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)$/u;
const HOSTED = /^(?:(?:github|gitlab|bitbucket|gist):)?[\w.-]+\/[\w.-]+(?:#.*)?$/u;

/** A package as a command line of npm, yarn, pnpm or bun writes it: `name@^1.2`, `@scope/name`, `github:user/name#commit`. */
export function npmRequest(
  text: string,
  place: TextPlace,
  from: PackageRequest['from'],
): PackageRequest | undefined {
  const range = rangeAt(place, { start: 0, end: text.length });
  const base = { ecosystem: 'npm', from, range, hashed: false } as const;
  const [, name, specifier = ''] = NAMED.exec(text) ?? [];
  const address = npmAddress(text);
  if (address && (name === undefined || specifier === '')) {
    return { ...base, name: undefined, specifier: '', version: undefined, source: address, nameRange: range };
  }
  if (name === undefined) return undefined;
  const nameRange = rangeAt(place, { start: 0, end: name.length });
  return { ...base, name, nameRange, ...npmSpecifier(specifier) };
}

/** What stands behind a name in a `package.json`: a version, a range, a tag or an address. */
export function npmSpecifier(text: string): Pick<PackageRequest, 'specifier' | 'version' | 'source'> {
  const specifier = text.trim();
  const alias = /^npm:.+@([^@/]+)$/u.exec(specifier)?.[1];
  if (alias !== undefined) return npmSpecifier(alias);
  const source = npmAddress(specifier);
  if (source) return { specifier: '', version: undefined, source };
  return { specifier, version: EXACT.exec(specifier)?.[1], source: undefined };
}

function npmAddress(text: string): PackageRequest['source'] {
  if (/^(?:workspace|link|portal|catalog):/u.test(text))
    return { kind: 'path', address: text, revision: undefined };
  if (HOSTED.test(text) && !text.startsWith('.')) {
    const [address = '', revision] = text.split('#');
    return { kind: 'git', address, revision };
  }
  return packageSource(text);
}
