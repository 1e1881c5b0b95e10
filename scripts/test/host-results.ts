import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { SuiteResult } from './suite-result';

const schema = v.object({ passed: v.number(), failed: v.number(), failures: v.array(v.string()) });

/** Reads what the suite inside the extension host wrote; an absent file means that it never ran. */
export function hostResults(file: string): SuiteResult {
  if (!existsSync(file)) {
    console.error('The suite in the extension host gave no result.');
    return { passed: 0, failed: 1 };
  }
  const { passed, failed, failures } = v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
  for (const failure of failures) console.error(`  failed: ${failure}`);
  console.log(`  ${passed} passed, ${failed} failed in the extension host`);
  return { passed, failed };
}
