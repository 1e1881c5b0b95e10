import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInCatalog } from '../../src/catalog/built-in';
import { RULES } from '../../src/analysis/rules/registry.generated';
import { RULES_WITHOUT_FIX } from '../../test/unit/analysis/rules-without-fix';
import { fixTrials } from './fix-trials';
import { fixesPage } from './fixes-page';

/** Applies every fix to every bad example and writes what became of it: `npm run fixes`. */
const trials = fixTrials(RULES, builtInCatalog());
writeFileSync(join(__dirname, '../../docs/fixes.md'), fixesPage(RULES, trials, RULES_WITHOUT_FIX));
const failed = trials.filter(({ parses, isGone }) => !parses || !isGone);
console.log(`${trials.length} fixes, ${failed.length} of them without effect or broken; see docs/fixes.md.`);
for (const { rule, example, fix } of failed) console.log(`  ${rule}, ${example.title}: ${fix.title}`);
process.exitCode = failed.length > 0 ? 1 : 0;
