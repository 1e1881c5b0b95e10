import { normalizePackageName, type PackageFact } from './package-fact';
import { readRequirements } from './requirements-file';
import { listAt, recordAt, stringsAt } from './untyped';
import { lowerBound } from './version-specifier';

/** Packages that conda-forge and the pytorch channel name otherwise than PyPI does. */
const PYPI_NAMES: Readonly<Record<string, string>> = {
  pytorch: 'torch',
  'pytorch-gpu': 'torch',
  'pytorch-cpu': 'torch',
  'tensorflow-gpu': 'tensorflow',
};

const MATCH_SPEC = /^(?:[\w./-]+::)?([A-Za-z0-9_.-]+?)\s*(?:([<>=!~].*)|\s(\S.*))?$/;

/** Reads a conda `environment.yml`: conda's own match specifications and the `pip:` list. */
export function readCondaEnvironment(data: unknown): readonly PackageFact[] {
  const dependencies = listAt(recordAt(data)['dependencies']);
  return [
    ...stringsAt(dependencies).flatMap((line) => readMatchSpec(line) ?? []),
    ...dependencies.flatMap((entry) => readRequirements(stringsAt(recordAt(entry)['pip']).join('\n'))),
  ];
}

/** `name`, `name=1.2`, `name==1.2=build`, `name>=1.2,<2`, `name 1.2 build`. */
function readMatchSpec(line: string): PackageFact | undefined {
  const match = MATCH_SPEC.exec(line.trim());
  if (!match) return undefined;
  const [, name = '', operators, words] = match;
  const specifier = operators ?? words?.split(/\s+/)[0] ?? '';
  // A single `=` is fuzzy (`=2.1` is `2.1.*`); what follows a second one is the build.
  const [, version = specifier] =
    /^(=[^=]+)=[^=]*$/.exec(specifier) ?? /^(==[^=]+)=[^=]*$/.exec(specifier) ?? [];
  const normal = normalizePackageName(name);
  return { name: PYPI_NAMES[normal] ?? normal, ...lowerBound(version) };
}
