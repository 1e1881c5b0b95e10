import { expect, it } from 'vitest';
import { checkCatalogFiles, readCatalogFiles } from '../../../scripts/catalog/read-catalog';
import { builtInCatalog } from '../../../src/catalog/built-in';
import { guideEntries } from '../../support/guide';

const result = checkCatalogFiles(readCatalogFiles());
if (!result.ok) throw new Error(result.problems.join('\n'));
const {
  apis,
  secrets,
  pickleGlobals: _pickleGlobals,
  packageNames: _packageNames,
  packageMistakes: _packageMistakes,
  packageAdvisories: _packageAdvisories,
  modelNames: _modelNames,
  partApis: _partApis,
  modelProviders: _modelProviders,
  aiLibraries: _aiLibraries,
  knownParts: _knownParts,
  templates: _templates,
  ...guide
} = result.entries;

it('ships the guide that the YAML files hold', () => {
  // Compared as text: a difference in a megabyte of data would take minutes to print.
  expect(JSON.stringify(guideEntries()) === JSON.stringify(guide), 'run npm run catalog:compile').toBe(true);
});

it('bundles the knowledge of libraries and what findings are told with', () => {
  const core = builtInCatalog();
  expect(core.apis).toEqual(apis.map(withoutDocs));
  expect(core.secrets).toEqual(secrets.map(withoutDocs));
  expect([...core.risks.keys()]).toEqual(guide.risks.map(({ id }) => id));
  for (const { id, title, signals } of guide.stages)
    expect(core.stages.get(id)).toMatchObject({ title, signals });
});

it('bundles no texts that only the panel shows', () => {
  const core = builtInCatalog();
  for (const risk of core.risks.values()) expect(Object.keys(risk)).not.toContain('summary');
  expect(Object.keys(core)).not.toContain('controls');
});

it('is made once', () => {
  expect(builtInCatalog()).toBe(builtInCatalog());
});

/** Where a fact is documented stays in the YAML. */
function withoutDocs<T extends { docs?: string | undefined }>({ docs: _, ...rest }: T): Omit<T, 'docs'> {
  return rest;
}
