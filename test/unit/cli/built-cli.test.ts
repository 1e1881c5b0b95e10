import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCli } from './support/build-cli';
import { project } from './support/run-cli';

const RISKY = 'import pickle\npickle.load(open("x", "rb"))\n';
let program: string;

beforeAll(async () => {
  program = await buildCli();
}, 60_000);

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Beside the project, so that a scan does not meet it. */
const cacheOf = (folder: string): string => `${folder}-cache`;

function start(folder: string, parameters: readonly string[]): ChildProcess {
  const env = { ...process.env, XDG_CACHE_HOME: cacheOf(folder) };
  return spawn(process.execPath, [program, ...parameters], { cwd: folder, env });
}

function ended(child: ChildProcess): Promise<Ended> {
  let output = '';
  let errors = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output, errors })));
}

const run = (folder: string, ...parameters: readonly string[]): Promise<Ended> =>
  ended(start(folder, parameters));

describe('the built command', () => {
  it('scans in worker threads, without colours or progress where no terminal is', async () => {
    const files = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`f${n}.py`, RISKY]));
    const { code, output, errors } = await run(project(files), 'scan', '--jobs', '2', '--fail-on', 'info');
    expect(code).toBe(1);
    expect(output.match(/unsafe-pickle-load {2}/gu)).toHaveLength(120);
    expect(output).not.toContain('\u001b');
    expect(errors).toBe('');
  });

  it('inspects model files in its threads, and says the same again', async () => {
    const harmful = Buffer.from('\x80\x02cos\nsystem\nX\x02\0\0\0id\x85R.', 'latin1');
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`m${n}.pkl`, harmful]));
    const folder = project(files);
    const first = await run(folder, 'scan', '--jobs', '2');
    expect(first.errors).toBe('');
    expect(first.output.match(/model-file-malicious {2}/gu)).toHaveLength(60);
    expect((await run(folder, 'scan', '--jobs', '2')).output).toBe(first.output);
  });

  it('reads languages that come in a bundle of their own', async () => {
    const folder = project({
      'app.js': 'import _ from "lodash";\nprocess.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";\n',
      'deploy/client.yaml': 'client:\n  ssl_verify: false\n',
    });
    const { output, errors } = await run(folder, 'scan', '--format', 'json');
    const { findings } = JSON.parse(output) as { findings: readonly { readonly rule: string }[] };
    expect(errors).toBe('');
    expect(findings.map(({ rule }) => rule).sort()).toEqual([
      'tls-off-in-configuration',
      'tls-verification-off',
    ]);
  });

  it('gives the same findings from its cache, and new ones when a file changes', async () => {
    const folder = project({ 'a.py': RISKY });
    const scan = async (): Promise<string> => (await run(folder, 'scan', '--format', 'json')).output;
    const first = await scan();
    expect(readdirSync(join(cacheOf(folder), 'mlsecops-lens'))).toHaveLength(1);
    expect(await scan()).toBe(first);
    writeFileSync(join(folder, 'a.py'), 'print("fine")\n');
    expect(JSON.parse(await scan())).toMatchObject({ findings: [] });
  });

  it('leaves no cache behind with --no-cache', async () => {
    const folder = project({ 'a.py': RISKY });
    await run(folder, 'scan', '--no-cache');
    expect(existsSync(cacheOf(folder))).toBe(false);
  });

  it('is content with a reader that goes away', async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`f${n}.py`, RISKY]));
    const child = start(project(files), ['scan', '--format', 'json', '--fail-on', 'never']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    let errors = '';
    child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(errors).toBe('');
    expect(code).toBe(0);
  });

  it('stops on Ctrl+C with what it has, and exits with 130', async () => {
    const files = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`f${n}.py`, RISKY.repeat(40)]));
    const folder = project(files);
    for (const delay of [300, 1000, 3000]) {
      const child = start(folder, ['scan', '--no-cache', '--jobs', '1']);
      setTimeout(() => child.kill('SIGINT'), delay);
      const { code, output, errors } = await ended(child);
      // Ended by the signal itself: it came before the program had begun to listen. Wait longer.
      if (code === null) continue;
      expect({ code, errors }).toEqual({ code: 130, errors: '' });
      expect(output).toContain('then stopped.');
      return;
    }
    expect.fail('the program never began to listen');
  }, 60_000);

  it('prints its version and its help', async () => {
    expect((await run(project({}), '--version')).output).toMatch(/^\d+\.\d+\.\d+\n$/u);
    expect((await run(project({}), '--help')).output).toContain('scan [options] [paths...]');
  });

  it('is a language server for any client: mlsecops lsp --stdio', async () => {
    const child = start(project({}), ['lsp', '--stdio']);
    if (!child.stdout || !child.stdin) throw new Error('no pipes');
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest(() => null);
    connection.listen();
    const capabilities = { textDocument: { diagnostic: {} } };
    const initialize = { processId: null, rootUri: null, workspaceFolders: null, capabilities };
    expect(await connection.sendRequest('initialize', initialize)).toHaveProperty('capabilities');
    await connection.sendNotification('initialized', {});
    const textDocument = { uri: 'file:///x/a.py', languageId: 'python', version: 1, text: 'x = 1\n' };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    const change = { textDocument: { uri: textDocument.uri, version: 2 }, contentChanges: [{ text: RISKY }] };
    await connection.sendNotification('textDocument/didChange', change);
    const pull = { textDocument: { uri: textDocument.uri } };
    const diagnostics = await connection.sendRequest<{ items: object[] }>('textDocument/diagnostic', pull);
    expect(diagnostics.items).toMatchObject([{ code: 'unsafe-pickle-load', range: { start: { line: 1 } } }]);
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 11 } };
    const actions = await connection.sendRequest<{ title: string }[]>('textDocument/codeAction', {
      ...pull,
      range,
      context: { diagnostics: diagnostics.items },
    });
    expect(actions.at(-1)?.title).toContain('Ignore unsafe-pickle-load');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0);
    connection.dispose();
  });
});
