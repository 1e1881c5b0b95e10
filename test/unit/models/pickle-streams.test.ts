import { describe, expect, it } from 'vitest';
import { HIDDEN_IN_STREAMS } from '../../support/models/evasions/hidden-in-streams';
import { bytes, le, op, SYSTEM, type Part } from './support/assemble';
import { evidence, inspect } from './support/inspect';

const EMPTY = bytes(op.proto(2), '}.');
/** The payload without its STOP: what stands here has run when the loader fails. */
const RUN = SYSTEM.subarray(0, -1);

describe('a payload is found', () => {
  it.each(HIDDEN_IN_STREAMS)('%s', (_where, content) => {
    const report = inspect(content);
    expect(report.verdict).toBe('malicious');
    expect(evidence(report)).toContain("os.system('id')");
  });

  it('in a pickle that uses the memo of the one before it', () => {
    const report = inspect(
      bytes(
        op.proto(2),
        op.global('os', 'system'),
        'q',
        5,
        '0N.',
        op.proto(2),
        'h',
        5,
        op.binText('id'),
        0x85,
        'R.',
      ),
    );
    expect(evidence(report)).toContain("os.system('id')");
    expect(report.findings.map(({ rule }) => rule)).toContain('streams');
  });

  it('in the bytes of an array, which only joblib reads as such', () => {
    const dtype = [
      op.call1(op.stackGlobal('numpy', 'dtype'), op.text('u1')),
      '(K',
      3,
      op.text('|'),
      'NNN',
      'J',
      [255, 255, 255, 255],
      'J',
      [255, 255, 255, 255],
      'K',
      0,
      'tb',
    ];
    const wrapper = [
      op.stackGlobal('joblib.numpy_pickle', 'NumpyArrayWrapper'),
      ')',
      op.newObj,
      '}(',
      op.text('shape'),
      'K',
      RUN.length,
      0x85,
      op.text('dtype'),
      dtype,
      'ub',
    ];
    const report = inspect(bytes(op.proto(4), wrapper, RUN, '.'), 'model.joblib');
    expect(report.format).toBe('joblib');
    expect(evidence(report)).toContain("os.system('id')");
  });
});

describe('a broken pickle', () => {
  it('is suspicious even when nothing else is wrong with it, and says where it breaks', () => {
    const report = inspect(bytes(op.proto(2), '}', 'h', 7, '.'));
    expect(report.verdict).toBe('suspicious');
    expect(report.findings).toMatchObject([{ rule: 'broken', offset: 3 }]);
  });

  it('is not made of text that is no pickle', () => {
    const report = inspect(bytes('Hello, this is a text.\n'), 'notes.txt');
    expect(report).toMatchObject({ format: 'unknown', verdict: 'incomplete' });
  });
});

describe('data after a pickle', () => {
  it('is a note when it is only data', () => {
    const report = inspect(
      bytes(
        EMPTY,
        new Uint8Array(4096).map((_, at) => (at * 89 + (at >> 4) * 31) & 0xff),
      ),
    );
    expect(report.verdict).toBe('safe');
    expect(report.findings).toMatchObject([{ rule: 'hidden', offset: 4 }]);
  });
});

describe('frames', () => {
  const content = bytes(op.text('a'), '.');

  it.each<readonly [string, Uint8Array]>([
    ['longer than the file', bytes(op.proto(4), op.frame(1000), content)],
    ['within another one', bytes(op.proto(4), op.frame(30), op.frame(4), content)],
  ])('are suspicious when they are %s', (_what, pickle) => {
    const report = inspect(pickle);
    expect(report.verdict).toBe('suspicious');
    expect(report.findings.map(({ rule }) => rule)).toContain('frames');
  });

  it('that fit raise nothing', () => {
    expect(inspect(bytes(op.proto(4), op.frame(content.length), content)).verdict).toBe('safe');
  });
});

describe('numbers and texts', () => {
  const shown = (...parts: readonly Part[]): string | undefined =>
    evidence(inspect(bytes(op.global('os', 'x'), '(', ...parts, 'tR.')))[0];

  it.each<readonly [string, Part, string]>([
    ['hexadecimal', 'I0x1f\n', '31'],
    ['octal as the loader in C reads it', 'I010\n', '8'],
    ['a truth value', 'I01\n', 'True'],
    ['underscores', 'L1_000L\n', '1000'],
    ['two bytes', ['M', 1, 2], '513'],
    ['four bytes, negative', ['J', 0xff, 0xff, 0xff, 0xff], '-1'],
    ['a long one, negative', [0x8a, 2, 0x00, 0xff], '-256'],
    ['a float', 'F1.5\n', '1.5'],
    ['a float of eight bytes', ['G', 0x3f, 0xf8, 0, 0, 0, 0, 0, 0], '1.5'],
    ['a lone surrogate', ['X', le(3, 4), 0xed, 0xa0, 0x80], "'\\ud800'"],
    ['a text of four bytes a character', ['X', le(4, 4), 0xf0, 0x9f, 0x99, 0x82], "'\u{1f642}'"],
  ])('%s', (_what, part, text) => {
    expect(shown(part)).toBe(`os.x(${text})`);
  });

  it('are cut where they are long, and control characters are spelled out', () => {
    expect(shown(`V\u001b[31m${'a'.repeat(300)}\n`)).toMatch(/^os\.x\('\\u001b\[31ma{90,120}…'\)$/u);
  });
});

describe('limits are told', () => {
  const long = bytes(op.proto(2), 'N0'.repeat(50_000), 'N.');

  it.each([
    ['opcodes', { opcodes: 20_000 }, long],
    ['memo', { memo: 2 }, bytes('Nq', 0, 'q', 1, 'q', 2, '.')],
    ['stack', { stack: 2 }, bytes('NNN.')],
    ['milliseconds', { milliseconds: -1 }, long],
    ['bytes', { bytes: 1000 }, bytes(op.proto(2), 'N0'.repeat(300_000), 'N.')],
  ] as const)('%s', (limit, limits, content) => {
    const report = inspect(content, 'model.pkl', limits);
    expect(report.limits).toContain(limit);
    expect(report.verdict).not.toBe('safe');
  });

  it('on pickles within pickles', () => {
    let content: Uint8Array = SYSTEM;
    for (let depth = 0; depth < 12; depth++) {
      content = bytes(
        op.proto(2),
        op.call1(op.global('torch.storage', '_load_from_bytes'), op.bytes(content)),
        '.',
      );
    }
    expect(inspect(content).limits).toContain('depth');
  });
});
