import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Counts of one run, for the script that started the editor. */
interface HostResults {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
}

/**
 * Runs the mocha suite inside the extension host. Called by VS Code, the same way by `@vscode/test-electron` and by the
 * smoke-test driver of the browser build.
 *
 * @throws Error when a test fails: VS Code turns that into its exit code
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false });
  mocha.addFile(join(__dirname, 'suite.js'));
  const failures: string[] = [];
  let passed = 0;
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', () => (passed += 1));
    runner.on('fail', (test, error: Error) =>
      failures.push(`${test.fullTitle()}: ${error.stack ?? error.message}`),
    );
  });
  const results: HostResults = { passed, failed: failures.length, failures };
  const file = process.env['MLSECOPS_HOST_RESULTS'];
  if (file) writeFileSync(file, JSON.stringify(results));
  if (failures.length > 0) throw new Error(`${failures.length} tests failed`);
}
