import { findHoles } from '../../src/catalog/holes';
import { Relations } from '../../src/catalog/relations';
import { frameworkCoverage, stageCoverage, type Matrix } from './coverage';
import { checkCatalogFiles, readCatalogFiles } from './read-catalog';
import { countByKind } from './statistics';

const result = checkCatalogFiles(readCatalogFiles());
if (result.ok) {
  const relations = new Relations(result.catalog);
  console.log('Entries');
  for (const [name, count] of countByKind(result.catalog)) console.log(`  ${name.padEnd(24)} ${pad(count)}`);
  print(frameworkCoverage(result.catalog, relations));
  print(stageCoverage(result.catalog, relations));
  const holes = findHoles(result.catalog, relations);
  const orphans = holes.filter(({ message }) => message === 'is joined to nothing').length;
  console.log(`\nDangling references: 0\nOrphans: ${orphans}\nHoles: ${holes.length}`);
  for (const { kind, id, message } of holes) console.error(`  ${kind} ${id} ${message}`);
  if (holes.length > 0) process.exitCode = 1;
} else {
  for (const problem of result.problems) console.error(problem);
  console.error(`\nProblems: ${result.problems.length}`);
  process.exitCode = 1;
}

function print({ title, columns, rows }: Matrix): void {
  console.log(`\n${title.padEnd(26)} ${columns.map((name) => name.padStart(11)).join('')}`);
  for (const { name, values } of rows) {
    console.log(`  ${name.padEnd(24)} ${values.map((value) => String(value).padStart(11)).join('')}`);
  }
}

function pad(count: number): string {
  return String(count).padStart(5);
}
