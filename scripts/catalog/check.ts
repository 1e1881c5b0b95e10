import { checkCatalogFiles, readCatalogFiles } from './read-catalog';
import { countByFramework, countByKind, orphans } from './statistics';

const result = checkCatalogFiles(readCatalogFiles());
if (result.ok) {
  printCounts('Entries', countByKind(result.catalog));
  printCounts('Risks', countByFramework(result.catalog));
  const unnamed = orphans(result.catalog);
  console.log(`\nNamed by no other entry: ${unnamed.length}`);
  for (const entry of unnamed) console.log(`  ${entry}`);
  console.log('\nDangling references: 0');
} else {
  for (const problem of result.problems) console.error(problem);
  console.error(`\nProblems: ${result.problems.length}`);
  process.exitCode = 1;
}

function printCounts(title: string, counts: ReadonlyMap<string, number>): void {
  console.log(title);
  for (const [name, count] of counts) console.log(`  ${name.padEnd(24)} ${String(count).padStart(4)}`);
}
