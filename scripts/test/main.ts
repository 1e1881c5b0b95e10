import { join } from 'node:path';
import { run, statusOf } from '../process/run';
import { packExtension } from '../vscode/pack-extension';
import { hostSuite } from './host-suite';
import type { SuiteResult } from './suite-result';
import { vitestSuite } from './vitest-suite';

const root = join(__dirname, '../..');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

/** The suites of `npm test`, cheapest first; `npm test -- unit editor` runs those whose names are given. */
const SUITES: readonly { readonly name: string; readonly title: string; run(): Promise<SuiteResult> }[] = [
  { name: 'types', title: 'types (tsc)', run: () => check(bin('tsc'), ['-p', root]) },
  { name: 'lint', title: 'lint (eslint)', run: () => check(bin('eslint'), ['.']) },
  {
    name: 'format',
    title: 'format (prettier)',
    run: () => check(bin('prettier'), ['--check', '--log-level', 'warn', '.']),
  },
  { name: 'unit', title: 'unit, server protocol, webview', run: () => vitestSuite(root, 'vitest.config.ts') },
  { name: 'host', title: 'inside the extension host', run: () => hostSuite(root) },
  { name: 'editor', title: 'packed extension in a real VS Code', run: () => editorSuite() },
];

void main(process.argv.slice(2));

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    console.error(
      `No suite is named ${unknown.join(', ')}. There are: ${SUITES.map(({ name }) => name).join(', ')}.`,
    );
    process.exitCode = 2;
    return;
  }
  heading('build');
  await run('npm', ['run', '--silent', 'build'], { cwd: root });

  let passed = 0;
  let failed = 0;
  for (const suite of SUITES) {
    if (wanted.length > 0 && !wanted.includes(suite.name)) continue;
    heading(suite.title);
    const result = await suite.run().catch((error: unknown): SuiteResult => {
      console.error(error);
      return { passed: 0, failed: 1 };
    });
    passed += result.passed;
    failed += result.failed;
  }
  if (failed > 0) process.exitCode = 1;
  console.log(`\n${passed} passed, ${failed} failed`);
}

async function check(command: string, args: readonly string[]): Promise<SuiteResult> {
  return (await statusOf(command, args, { cwd: root })) === 0
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1 };
}

async function editorSuite(): Promise<SuiteResult> {
  await packExtension(root);
  return vitestSuite(root, 'test/e2e/vitest.config.ts');
}

function heading(title: string): void {
  console.log(`\n== ${title}`);
}
