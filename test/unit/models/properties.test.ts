import { gzipSync, zlibSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../src/models/bytes/byte-source';
import { Budget, DEFAULT_LIMITS } from '../../../src/models/budget';
import { inspectModel } from '../../../src/models/inspect';
import { OPCODE_NAMES } from '../../../src/models/pickle/opcodes';
import { bytes, op, SYSTEM, zip } from './support/assemble';
import { npy, tar } from './support/containers';
import { evidence, inspect } from './support/inspect';

const OPCODES = OPCODE_NAMES.flatMap((name, code) => (name === undefined ? [] : [code]));
/** Bytes that are opcodes more often than chance would have it. */
const pickleLike = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...OPCODES) }, { weight: 1, arbitrary: fc.nat(255) }),
    { maxLength: 400 },
  )
  .map((codes) => Uint8Array.from(codes));
const ARCHIVE = zip([
  { name: 'a/data.pkl', data: SYSTEM },
  { name: 'a/data/0', data: new Uint8Array(50), deflate: true },
]);
const SAMPLES = {
  pickle: SYSTEM,
  archive: ARCHIVE,
  gzip: gzipSync(SYSTEM),
  zlib: zlibSync(SYSTEM),
  'tar archive': tar({ 'a/model.pkl': SYSTEM }),
  array: npy("'|O'", SYSTEM),
  'TorchServe archive': zip([
    { name: 'MAR-INF/MANIFEST.json', data: bytes('{"model":{"handler":"h.py"}}') },
    { name: 'h.py', data: bytes('import os\nos.system("id")\n'), deflate: true },
  ]),
};

/** An inspection may say what it likes, as long as it says something. */
function comesToAnEnd(content: Uint8Array, name = 'model.pkl'): void {
  const report = inspect(content, name, { milliseconds: 5000 });
  expect(['safe', 'incomplete', 'suspicious', 'malicious']).toContain(report.verdict);
  expect(report.limits).not.toContain('milliseconds');
}

describe('no bytes make an inspection throw or hang', () => {
  it('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (content) => comesToAnEnd(content)),
      { numRuns: 1000 },
    );
  });

  it('random opcodes', () => {
    fc.assert(
      fc.property(pickleLike, (content) => comesToAnEnd(bytes(op.proto(4), content))),
      { numRuns: 2000 },
    );
  });

  it('random opcodes after values that they can work on', () => {
    const values = bytes(
      op.proto(4),
      op.stackGlobal('os', 'system'),
      'q',
      0,
      '}(',
      op.text('a'),
      'NNe',
      ')',
      ']',
      'K',
      1,
      op.text('x'),
    );
    fc.assert(
      fc.property(pickleLike, (content) => comesToAnEnd(bytes(values, content))),
      { numRuns: 2000 },
    );
  });

  it.each(Object.entries(SAMPLES))('a %s cut at each byte', (_what, sample) => {
    // The blocks of a tar archive are mostly zeros.
    const step = sample.length > 1000 ? 7 : 1;
    for (let length = 0; length < sample.length; length += step)
      comesToAnEnd(sample.subarray(0, length), 'model.bin');
  });

  it.each(Object.entries(SAMPLES))('a %s with bytes changed', (_what, sample) => {
    const change = fc.tuple(fc.nat(sample.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const content = sample.slice();
        for (const [at, value] of changes) content[at] = value;
        comesToAnEnd(content, 'model.bin');
      }),
      { numRuns: 500 },
    );
  });

  it('values that hold themselves', () => {
    comesToAnEnd(bytes(op.proto(2), ']q', 0, 'h', 0, 'a', op.global('os', 'x'), 'h', 0, 0x85, 'R.'));
    const doubled = bytes(
      op.proto(2),
      ')',
      ...Array.from({ length: 60 }, () => '2\x86'),
      op.global('os', 'x'),
      '0.',
    );
    comesToAnEnd(doubled);
    comesToAnEnd(
      bytes(op.proto(2), op.global('os', 'x'), ')', ...Array.from({ length: 60 }, () => '2\x86'), 'R.'),
    );
  });
});

describe('a payload that is whole', () => {
  it('is never safe, whatever is put before or after it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.uint8Array({ maxLength: 600 }), (before, after) => {
        // A byte that asks for the bytes after it takes the payload for its own data; what is then left is found by search.
        const report = inspect(bytes(before, SYSTEM, after), 'model.pkl');
        expect(report.verdict).not.toBe('safe');
      }),
      { numRuns: 500 },
    );
  });

  it('is found in whichever container it is', () => {
    const wrap = fc.constantFrom<(inner: Uint8Array) => Uint8Array>(
      (inner) => zip([{ name: 'x', data: inner }]),
      (inner) => zip([{ name: 'x', data: inner, deflate: true }]),
      (inner) => gzipSync(inner),
      (inner) => zlibSync(inner),
      (inner) => tar({ 'a/b': inner }),
      (inner) => npy("'|O'", bytes(op.proto(4), 'N.', inner)),
      (inner) => bytes(op.proto(2), 'N.', inner),
      (inner) =>
        bytes(
          op.proto(4),
          op.call1(op.stackGlobal('torch.storage', '_load_from_bytes'), op.bytes(inner)),
          '.',
        ),
    );
    fc.assert(
      fc.property(fc.array(wrap, { maxLength: 4 }), (wraps) => {
        const report = inspect(
          wraps.reduce((inner, each) => each(inner), SYSTEM),
          'model.bin',
        );
        expect(evidence(report)).toContain("os.system('id')");
      }),
      { numRuns: 100 },
    );
  });
});

describe('memory', () => {
  it('does not grow with a file that is mostly tensor', () => {
    // A gigabyte of zeros that is never there as a whole: no part of the inspection may ask for it at once.
    let largest = 0;
    const head = bytes(op.proto(4), 'B', [0, 0, 0, 0x40]);
    const source: ByteSource = {
      size: head.length + 2 ** 30 + 2,
      read: (offset, length) => {
        largest = Math.max(largest, length);
        const part = new Uint8Array(Math.max(0, Math.min(length, source.size - offset)));
        const set = (place: number, byte: number): void => {
          if (place >= offset && place < offset + part.length) part[place - offset] = byte;
        };
        head.forEach((byte, at) => set(at, byte));
        set(source.size - 2, 0x94);
        set(source.size - 1, 0x2e);
        return part;
      },
    };
    const report = inspectModel(source, { name: 'model.pkl', budget: new Budget(DEFAULT_LIMITS) });
    expect(report).toMatchObject({ verdict: 'safe', pickles: [{ streams: [{ opcodes: 4 }] }] });
    expect(largest).toBeLessThan(2 * 1024 * 1024);
  });
});
