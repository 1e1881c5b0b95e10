import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../process/free-port';
import { runQuietly } from '../process/run';
import type { EditorRuntime } from './editor-runtime';

export interface EditorOptions {
  /** Packed extension to install first. */
  readonly vsix: string;
  /** Without it every folder opens in Restricted Mode until the user trusts it. */
  readonly trustEverything: boolean;
  /** Run our extension in the web-worker host, as on vscode.dev, instead of the Node host. */
  readonly webHost: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A running VS Code that a browser can open. */
export interface EditorServer {
  /** Address of the workbench with `folder` open. */
  url(folder: string): string;
  /** What the server has printed. */
  log(): string;
  close(): Promise<void>;
}

/** Settings for a calm screen: only what is ours and what a user needs. */
const CALM: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

const EXTENSION_ID = 'mlsecops-lens.mlsecops-lens';

/** Installs the packed extension into a fresh profile and starts the editor on loopback. */
export async function startEditor(runtime: EditorRuntime, options: EditorOptions): Promise<EditorServer> {
  const profile = mkdtempSync(join(tmpdir(), 'mlsecops-editor-'));
  const userData = join(profile, 'user');
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(
    join(userData, 'User/settings.json'),
    JSON.stringify({
      ...CALM,
      ...(options.webHost ? { 'remote.extensionKind': { [EXTENSION_ID]: ['ui'] } } : {}),
      ...options.settings,
    }),
  );
  const folders = ['--extensions-dir', join(profile, 'extensions'), '--user-data-dir', userData];
  // It complains about a logger it cannot load, and works without.
  await runQuietly(runtime.node, [runtime.entry, ...folders, '--install-extension', options.vsix]);

  const port = await freePort();
  const child = spawn(
    runtime.node,
    [
      runtime.entry,
      ...folders,
      ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
      ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
      ...(options.trustEverything ? ['--disable-workspace-trust'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => lines.push(data.toString()));
  await untilAnswers(`http://127.0.0.1:${port}/healthz`, child, () => lines.join(''));
  return {
    url: (folder) => `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`,
    log: () => lines.join(''),
    close: async () => {
      await end(child);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Ends a process that we started, by its own id. */
export function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 5000).unref();
  });
}

/** Waits until an address answers. @throws Error with the log when the process ends first or a minute has passed */
export async function untilAnswers(url: string, child: ChildProcess, log: () => string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The editor ended while starting:\n${log()}`);
    if (await answers(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The editor did not answer within a minute:\n${log()}`);
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, (response) => {
      response.resume();
      resolve((response.statusCode ?? 500) < 500);
    });
    request.once('error', () => resolve(false));
  });
}
