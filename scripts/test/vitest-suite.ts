import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { statusOf } from '../process/run';
import type { SuiteResult } from './suite-result';

const schema = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numFailedTestSuites: v.number(),
});

/** Runs one vitest configuration and counts; a file that could not even be loaded counts as a failure. */
export async function vitestSuite(root: string, configuration: string): Promise<SuiteResult> {
  const scratch = mkdtempSync(join(tmpdir(), 'mlsecops-vitest-'));
  const output = join(scratch, 'results.json');
  const status = await statusOf(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...['--config', join(root, configuration)],
      ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', output],
    ],
    { cwd: root },
  );
  try {
    const counts = v.parse(schema, JSON.parse(readFileSync(output, 'utf8')));
    const failed = counts.numFailedTests > 0 ? counts.numFailedTests : counts.numFailedTestSuites;
    return { passed: counts.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
