import { expect, it } from 'vitest';
import { checkCatalogFiles, readCatalogFiles } from '../../../scripts/catalog/read-catalog';
import { builtInCatalog } from '../../../src/catalog/built-in';

it('ships what the YAML files say', () => {
  const result = checkCatalogFiles(readCatalogFiles());
  if (!result.ok) throw new Error(result.problems.join('\n'));
  expect(builtInCatalog(), 'run npm run catalog:compile').toEqual(result.catalog);
});

it('is made once', () => {
  expect(builtInCatalog()).toBe(builtInCatalog());
});
