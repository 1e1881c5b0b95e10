import { normalizePackageName, type PackageFact } from './package-fact';
import { parseRequirement } from './requirement';
import { entriesOf, recordAt, stringsAt } from './untyped';
import { ANY_VERSION, lowerBound } from './version-specifier';

/**
 * Reads the dependencies of a `pyproject.toml`: `[project]` with its optional ones, `[dependency-groups]` (PEP 735), and
 * the tables of Poetry and PDM.
 */
export function readPyproject(data: unknown): readonly PackageFact[] {
  const project = recordAt(data, 'project');
  const poetry = recordAt(data, 'tool', 'poetry');
  const lists = [
    stringsAt(project['dependencies']),
    ...[
      project['optional-dependencies'],
      recordAt(data, 'dependency-groups'),
      recordAt(data, 'tool', 'pdm')['dev-dependencies'],
    ]
      .flatMap((groups) => entriesOf(groups))
      .map(([, group]) => stringsAt(group)),
  ];
  const tables = [
    poetry['dependencies'],
    poetry['dev-dependencies'],
    ...entriesOf(poetry['group']).map(([, group]) => recordAt(group)['dependencies']),
  ];
  return [
    ...lists.flat().flatMap((line) => parseRequirement(line) ?? []),
    ...tables.flatMap(readVersionTable),
  ];
}

/** Reads a table from package name to specifier, as Poetry and Pipfile have it: `torch = "^2.1"` or `{ version = "^2.1" }`. */
export function readVersionTable(table: unknown): readonly PackageFact[] {
  return entriesOf(table)
    .filter(([name]) => name !== 'python')
    .map(([name, value]) => {
      const specifier = typeof value === 'string' ? value : recordAt(value)['version'];
      const bound = typeof specifier === 'string' ? lowerBound(specifier) : ANY_VERSION;
      return { name: normalizePackageName(name), ...bound };
    });
}
