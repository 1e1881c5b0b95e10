import { parse as parseToml } from 'smol-toml';
import { parseLocatedYaml } from '../../catalog/located-yaml';
import { readCondaEnvironment } from './conda-environment';
import { readPipfileLock, readTomlLock } from './lock-file';
import type { PackageFact } from './package-fact';
import { readPyproject, readVersionTable } from './pyproject';
import { readRequirements } from './requirements-file';
import { readSetupCfg } from './setup-cfg';
import { recordAt } from './untyped';

type ManifestReader = (text: string) => readonly PackageFact[];

/** Lock files of large projects reach a few megabytes. */
export const MANIFEST_SIZE_LIMIT = 16 * 1024 * 1024;

const readers: readonly (readonly [RegExp, ManifestReader])[] = [
  [/^(?:.*[-_.])?requirements(?:[-_.].*)?\.(?:txt|in)$/i, readRequirements],
  [/^(?:.*[-_.])?constraints(?:[-_.].*)?\.txt$/i, readRequirements],
  [/^pyproject\.toml$/, (text) => readPyproject(parseToml(text))],
  [/^(?:poetry|uv|pdm)\.lock$/, (text) => readTomlLock(parseToml(text))],
  [/^pylock(?:\..+)?\.toml$/, (text) => readTomlLock(parseToml(text))],
  [/^Pipfile\.lock$/, (text) => readPipfileLock(JSON.parse(text) as unknown)],
  [/^Pipfile$/, (text) => readPipfile(parseToml(text))],
  [/^(?:conda|environment)(?:[-_.].*)?\.ya?ml$/, (text) => readCondaEnvironment(parseLocatedYaml(text).data)],
  [/^setup\.cfg$/, readSetupCfg],
];

/** Whether a file of this name says which versions of packages a project uses. */
export function isManifest(name: string): boolean {
  return readers.some(([pattern]) => pattern.test(name));
}

/**
 * What a manifest says of packages.
 *
 * @throws Error when the text is not in the format its name promises
 */
export function readManifest(name: string, text: string): readonly PackageFact[] {
  const reader = readers.find(([pattern]) => pattern.test(name));
  return reader ? reader[1](text) : [];
}

function readPipfile(data: unknown): readonly PackageFact[] {
  const { packages, 'dev-packages': development } = recordAt(data);
  return [...readVersionTable(packages), ...readVersionTable(development)];
}
