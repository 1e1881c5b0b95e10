import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCatalogFiles, readCatalogFiles, REPOSITORY } from './read-catalog';

const result = checkCatalogFiles(readCatalogFiles());
if (result.ok) {
  const target = join(REPOSITORY, 'src/catalog/catalog.generated.json');
  // Where a fact is documented is for whoever edits it; nothing that runs shows it.
  const text = `${JSON.stringify(result.entries, (key, value: unknown) => (key === 'docs' ? undefined : value))}\n`;
  writeFileSync(target, text);
  const count = Object.values(result.entries).reduce((sum, list) => sum + list.length, 0);
  console.log(`catalog: ${count} entries, ${Math.ceil(text.length / 1000)} kB`);
} else {
  for (const problem of result.problems) console.error(problem);
  process.exitCode = 1;
}
