import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium as browserType } from 'playwright-core';
import { freePort } from '../process/free-port';
import { chromium, CHROMIUM_FLAGS } from '../vscode/chromium';
import { editorRuntime } from '../vscode/editor-runtime';
import { end, untilAnswers } from '../vscode/editor-server';
import { hostResults } from './host-results';
import type { SuiteResult } from './suite-result';

const LIMIT_MS = 4 * 60_000;

/**
 * Runs test/host inside a real extension host: in the desktop VS Code where one can be downloaded, else in VS Code from npm
 * packages. It is the same suite both ways.
 */
export async function hostSuite(root: string): Promise<SuiteResult> {
  const tests = join(root, 'build/host-tests');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/host/index.ts', 'test/host/suite.ts'],
    outdir: tests,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  const scratch = mkdtempSync(join(tmpdir(), 'mlsecops-host-'));
  const results = join(scratch, 'results.json');
  try {
    if (!(await inDesktop(root, tests, results))) await inBrowserBuild(root, tests, results, scratch);
    return hostResults(results);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Gives false when no desktop VS Code can be had. */
async function inDesktop(root: string, tests: string, results: string): Promise<boolean> {
  if (process.platform === 'linux' && !process.env['DISPLAY']) return false;
  const { downloadAndUnzipVSCode, runTests } = await import('@vscode/test-electron');
  let executable: string;
  try {
    executable = await downloadAndUnzipVSCode({ timeout: 15_000 });
  } catch (error) {
    console.log(`  no desktop VS Code (${error instanceof Error ? error.message : String(error)})`);
    return false;
  }
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(tests, 'index.js'),
    launchArgs: [join(root, 'examples'), '--disable-extensions', '--disable-workspace-trust'],
    extensionTestsEnv: { MLSECOPS_HOST_RESULTS: results },
  }).catch(() => undefined);
  return true;
}

async function inBrowserBuild(root: string, tests: string, results: string, scratch: string): Promise<void> {
  const runtime = await editorRuntime(root);
  const port = await freePort();
  const server = spawn(
    runtime.node,
    [
      runtime.serverMain,
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...['--user-data-dir', join(scratch, 'user'), '--server-data-dir', join(scratch, 'server')],
      ...['--extensions-dir', join(scratch, 'extensions')],
      ...['--accept-server-license-terms', '--without-connection-token', '--enable-smoke-test-driver'],
      ...['--disable-workspace-trust', '--disable-telemetry'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, MLSECOPS_HOST_RESULTS: results } },
  );
  const log: string[] = [];
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (data: Buffer) => log.push(data.toString()));
  const address = `http://127.0.0.1:${port}`;
  await untilAnswers(`${address}/version`, server, () => log.join(''));
  const browser = await browserType.launch({ executablePath: await chromium(), args: [...CHROMIUM_FLAGS] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const done = new Promise<void>((resolve, reject) => {
      void page.exposeFunction('codeAutomationLog', () => undefined);
      void page.exposeFunction('codeAutomationExit', () => resolve());
      setTimeout(() => reject(new Error('the extension host did not finish in time')), LIMIT_MS).unref();
    });
    const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${path}`;
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', remote(root)],
      ['extensionTestsPath', remote(join(tests, 'index.js'))],
    ]);
    const folder = encodeURIComponent(join(root, 'examples'));
    await page.goto(`${address}/?folder=${folder}&payload=${encodeURIComponent(payload)}`);
    await done;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error, log.join('').slice(-2000));
  } finally {
    await browser.close();
    await end(server);
  }
}
