import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCatalogFiles, readCatalogFiles, REPOSITORY } from './read-catalog';

const result = checkCatalogFiles(readCatalogFiles());
if (result.ok) {
  const target = join(REPOSITORY, 'src/catalog/catalog.generated.json');
  const text = `${JSON.stringify(result.entries)}\n`;
  writeFileSync(target, text);
  const count = Object.values(result.entries).reduce((sum, list) => sum + list.length, 0);
  console.log(`catalog: ${count} entries, ${Math.ceil(text.length / 1000)} kB`);
} else {
  for (const problem of result.problems) console.error(problem);
  process.exitCode = 1;
}
