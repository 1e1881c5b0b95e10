import { expect, it } from 'vitest';
import { checkCatalogFiles, readCatalogFiles } from '../../../scripts/catalog/read-catalog';
import { builtInCatalog } from '../../../src/catalog/built-in';

it('ships what the YAML files say', () => {
  const result = checkCatalogFiles(readCatalogFiles());
  if (!result.ok) throw new Error(result.problems.join('\n'));
  const { apis, secrets, ...entries } = result.catalog;
  const shipped = { ...entries, apis: apis.map(withoutDocs), secrets: secrets.map(withoutDocs) };
  expect(builtInCatalog(), 'run npm run catalog:compile').toEqual(shipped);
});

it('is made once', () => {
  expect(builtInCatalog()).toBe(builtInCatalog());
});

/** Where a fact is documented stays in the YAML. */
function withoutDocs<T extends { docs?: string | undefined }>({ docs: _, ...rest }: T): Omit<T, 'docs'> {
  return rest;
}
