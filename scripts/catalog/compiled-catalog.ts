import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInCatalog } from '../../src/catalog/built-in';
import type { Catalog } from '../../src/catalog/catalog';
import { guideOf } from '../../src/catalog/entries';
import { readGuide } from '../../src/catalog/read-guide';
import { REPOSITORY } from './read-catalog';

/** The whole catalog as `catalog:compile` wrote it. */
export function compiledCatalog(): Catalog {
  const text = readFileSync(join(REPOSITORY, 'src/catalog/guide.generated.json'), 'utf8');
  const { apis, secrets } = builtInCatalog();
  return { ...guideOf(readGuide(text)), apis, secrets };
}
