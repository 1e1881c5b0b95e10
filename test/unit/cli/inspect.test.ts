import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytes, op, SYSTEM, zip } from '../models/support/assemble';
import { cli, project } from './support/run-cli';

const SAFE = bytes(op.proto(2), '}.');
const UNKNOWN = bytes(op.proto(2), op.global('__main__', 'Net'), ')', op.newObj, '.');

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly verdict?: string;
    readonly error?: string;
    readonly format?: { readonly id: string };
    readonly pickles?: readonly {
      readonly where: string;
      readonly imports: readonly { readonly module: string }[];
    }[];
  }[];
}

const folder = (): string =>
  project({ 'safe.pkl': SAFE, 'bad.pkl': SYSTEM, 'own.pkl': UNKNOWN, 'notes.txt': 'A text.\n' });

describe('mlsecops inspect', () => {
  it.each([
    [0, ['safe.pkl']],
    [1, ['bad.pkl']],
    [1, ['own.pkl']],
    [1, ['notes.txt']],
    [1, ['safe.pkl', 'bad.pkl', 'missing.pkl']],
    [2, ['missing.pkl']],
    [2, ['safe.pkl', 'missing.pkl']],
    [2, ['.']],
    [2, []],
  ])('ends with %i for %j', async (code, files) => {
    expect((await cli(folder(), ['inspect', ...files])).code).toBe(code);
  });

  it('says in text what the file is, what it would run, and where', async () => {
    const { output } = await cli(folder(), ['inspect', 'bad.pkl']);
    expect(output).toContain('bad.pkl\n  Malicious. Loading it does harm.\n  pickle, 23 bytes, 1 pickle\n');
    expect(output).toContain(
      "Loading it calls `os.system('id')`: it starts a program or a process. at 0x15 REDUCE",
    );
    expect(output).toContain('malicious   os.system');
  });

  it('gives the same as JSON', async () => {
    const { output } = await cli(folder(), ['inspect', '-f', 'json', 'bad.pkl', 'missing.pkl']);
    expect((JSON.parse(output) as Report).files).toMatchObject([
      {
        path: 'bad.pkl',
        verdict: 'malicious',
        format: { id: 'pickle' },
        pickles: [{ where: '', imports: [{ module: 'os' }] }],
      },
      { path: 'missing.pkl', error: 'no such file or folder' },
    ]);
  });

  it('prints the opcodes when asked', async () => {
    const { output } = await cli(folder(), ['inspect', '--disassemble', 'bad.pkl']);
    expect(output).toContain('00000002  GLOBAL            os system\n');
    expect(output).toContain('00000016  STOP');
    expect((await cli(folder(), ['inspect', 'bad.pkl'])).output).not.toContain('STOP');
  });

  it('prints the opcodes of the members of an archive too', async () => {
    const at = project({ 'model.pt': zip([{ name: 'a/data.pkl', data: SYSTEM }]) });
    const { output } = await cli(at, ['inspect', '--disassemble', 'model.pt']);
    expect(output).toContain('GLOBAL            os system');
  });

  it('lets no text of the file reach the terminal as it is', async () => {
    const at = project({
      'x.pkl': bytes(op.global('os\u001b[2J', 'system'), op.text('\u001b]0;title\u0007'), 0x85, 'R.'),
    });
    const { output } = await cli(at, ['inspect', '--disassemble', 'x.pkl']);
    // eslint-disable-next-line no-control-regex -- that is what must not be there
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
  });

  it('runs nothing of what it reads', async () => {
    const at = folder();
    const marker = join(at, 'marker');
    mkdirSync(join(at, 'sub'));
    const payload = bytes(
      op.proto(4),
      op.call1(op.stackGlobal('os', 'system'), op.text(`touch ${marker}`)),
      '.',
    );
    const paths = project({ 'a.pkl': payload, 'b.pt': zip([{ name: 'x/data.pkl', data: payload }]) });
    for (const format of ['text', 'json']) {
      await cli(paths, ['inspect', '--disassemble', '-f', format, 'a.pkl', 'b.pt']);
    }
    expect(existsSync(marker)).toBe(false);
  });
});
