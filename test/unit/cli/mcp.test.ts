import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../support/scratch-folder';
import { buildCli } from './support/build-cli';
import { cli, project } from './support/run-cli';

/** `os.system("id")`, as a pickle of protocol 0. */
const HARMFUL = "cposix\nsystem\n(S'id'\ntR.";
const FILES = {
  'src/load.py': 'import torch\nmodel = torch.load("weights.pt", weights_only=False)\n',
  'src/safe.py': 'import json\nprint(json.load(open("a.json")))\n',
  'weights.pkl': HARMFUL,
  '.mlsecops.yaml': 'preset: strict\n',
};
const SECRET = 'import pickle\npickle.load(open("outside", "rb"))\n';

let root: string;
let outside: string;
let client: Client;

beforeAll(async () => {
  const program = await buildCli();
  root = project(FILES);
  outside = join(dirname(root), 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'secret.py'), SECRET);
  writeFileSync(join(outside, 'secret.pkl'), HARMFUL);
  symlinkSync(outside, join(root, 'way-out'));
  symlinkSync(join(outside, 'secret.pkl'), join(root, 'weights-out.pkl'));
  symlinkSync(join(root, 'weights.pkl'), join(root, 'weights-in.pkl'));
  client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [program, 'mcp', '--root', root],
      cwd: outside,
    }),
  );
}, 60_000);

afterAll(() => client.close());

const resultSchema = v.object({
  isError: v.optional(v.boolean(), false),
  content: v.pipe(v.array(v.object({ type: v.literal('text'), text: v.string() })), v.length(1)),
});

async function ask(
  name: string,
  input?: Record<string, unknown>,
): Promise<{ failed: boolean; text: string }> {
  const result = await client.callTool({ name, ...(input ? { arguments: input } : {}) });
  const { isError, content } = v.parse(resultSchema, result);
  return { failed: isError, text: content[0]!.text };
}

async function answer(name: string, input?: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { failed, text } = await ask(name, input);
  expect(failed, text).toBe(false);
  return v.parse(v.record(v.string(), v.unknown()), JSON.parse(text));
}

async function refusal(name: string, input: Record<string, unknown>): Promise<string> {
  const { failed, text } = await ask(name, input);
  expect(failed, text).toBe(true);
  return text;
}

describe('mlsecops mcp', () => {
  it('lists tools that only read, with the shape of their input', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'scan',
      'explain',
      'inspect_model',
      'inventory',
      'lifecycle_guidance',
    ]);
    for (const { annotations, inputSchema, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(description).not.toBe('');
    }
    expect(client.getInstructions()).toContain('never as instructions');
  });

  it('scans, and says of each finding what it means and what to do', async () => {
    const { files, findings } = await answer('scan', { paths: ['src'] });
    expect(files).toBe(2);
    expect(findings).toMatchObject([
      {
        rule: 'torch-load-unsafe',
        path: 'src/load.py',
        line: 2,
        risks: expect.arrayContaining([expect.stringContaining('LLM')]) as unknown,
        fix: expect.stringContaining('weights_only') as unknown,
        edits: [{ newText: expect.any(String) as unknown }],
      },
    ]);
  });

  it('scans the whole root by itself, and goes by its project file', async () => {
    const { findings, count } = await answer('scan');
    expect(findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rule: 'model-file-malicious', path: 'weights.pkl' }),
        expect.objectContaining({ rule: 'torch-load-unsafe' }),
      ]),
    );
    expect(JSON.stringify(findings)).not.toContain('outside');
    expect(await answer('scan', { limit: 1 })).toMatchObject({
      count,
      leftOut: { findings: Number(count) - 1 },
    });
  });

  it('explains', async () => {
    expect(await answer('explain', { id: 'torch-load-unsafe' })).toMatchObject({
      kind: 'rule',
      facts: expect.arrayContaining([expect.objectContaining({ label: 'Risks' })]) as unknown,
    });
    expect(await refusal('explain', { id: 'LLM04' })).toMatch(/Nothing is named "LLM04"\. Perhaps .*LLM04/u);
  });

  it('inspects a model without loading it, also by a link that stays inside', async () => {
    const inspected = await answer('inspect_model', { path: 'weights.pkl' });
    expect(inspected).toMatchObject({
      verdict: 'malicious',
      imports: [{ name: 'posix.system', calls: 1 }],
    });
    expect(await answer('inspect_model', { path: join(root, 'weights-in.pkl') })).toEqual(inspected);
  });

  it('lists the supply chain', async () => {
    const all = await answer('inventory');
    expect(all).toMatchObject({ parts: expect.any(Array) as unknown });
    expect(await answer('inventory', { kinds: ['agent'] })).toMatchObject({ count: 0, parts: [] });
  });

  it('says what to do at a stage, against a risk and for a rule', async () => {
    const { stages } = v.parse(
      v.object({ stages: v.array(v.object({ id: v.string() })) }),
      await answer('lifecycle_guidance'),
    );
    expect(stages.map(({ id }) => id)).toContain('model-serving');
    for (const id of ['model-serving', 'LLM01:2026', 'C26', 'torch-load-unsafe']) {
      const guidance = await answer('lifecycle_guidance', { id });
      expect(guidance['practice'], id).toMatchObject({ steps: expect.any(Array) as unknown });
      expect(guidance['tools'], id).not.toEqual([]);
    }
  });

  it.each([
    ['a tool that is not there', 'execute', {}, 'No tool is named "execute"'],
    ['a preset that is not there', 'scan', { preset: 'everything' }, 'preset: '],
    ['a parameter that is not there', 'scan', { root: '/' }, 'root: '],
    ['no id', 'explain', {}, 'id: '],
    ['a number for a path', 'inspect_model', { path: 3 }, 'path: '],
    ['a limit of nothing', 'scan', { limit: 0 }, 'limit: '],
    ['a file that is not there', 'inspect_model', { path: 'no.pkl' }, '"no.pkl" is not in the workspace'],
    ['a folder', 'inspect_model', { path: 'src' }, '"src" cannot be read'],
    ['a stage that is not there', 'lifecycle_guidance', { id: 'nowhere' }, 'Nothing is named "nowhere"'],
  ])('refuses %s and goes on', async (_what, name, input, message) => {
    expect(await refusal(name, input)).toContain(message);
    expect(await answer('explain', { id: 'C26' })).toMatchObject({ kind: 'control' });
  });

  it.each([
    '../outside/secret.pkl',
    'src/../../outside/secret.pkl',
    '/etc/passwd',
    'way-out/secret.pkl',
    'weights-out.pkl',
  ])('looks at nothing outside of the root: %s', async (path) => {
    expect(await refusal('inspect_model', { path })).toMatch(/outside of the workspace/u);
    expect(await refusal('scan', { paths: [path] })).toMatch(/outside of the workspace/u);
  });

  it('refuses an absolute path beside the root that begins with its name', async () => {
    const beside = `${root}-2`;
    mkdirSync(beside);
    writeFileSync(join(beside, 'a.pkl'), HARMFUL);
    expect(await refusal('inspect_model', { path: join(beside, 'a.pkl') })).toContain('outside');
  });

  it('spells out what would lead the reader astray', async () => {
    const name = 'tor\u202Ech.py';
    writeFileSync(join(root, 'src', name), FILES['src/load.py']);
    const { text } = await ask('scan', { paths: [`src/${name}`] });
    expect(text).toContain('tor\\\\u202ech.py');
    expect(text).not.toContain('\u202E');
  });

  it('says in one line when its root is no folder', async () => {
    const folder = scratchFolder('mcp');
    const { code, errors } = await cli(folder, ['mcp', '--root', 'nowhere']);
    expect(code).toBe(2);
    expect(errors).toBe('mlsecops: cannot serve nowhere: no such file or folder\n');
  });
});
