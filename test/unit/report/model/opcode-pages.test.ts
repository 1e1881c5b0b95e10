import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../../../src/models/bytes/byte-source';
import { ModelSession } from '../../../../src/report/model/view/model-session';
import { OPCODES_PER_PAGE, type OpcodeRow } from '../../../../src/report/model/view/model-view';
import { bytes, op, SYSTEM } from '../../models/support/assemble';

function sessionOf(content: Uint8Array, name = 'model.pkl'): ModelSession {
  const session = new ModelSession(new MemorySource(content), name);
  session.inspect({ onPreview: () => undefined, onProgress: () => undefined });
  return session;
}

function allRows(session: ModelSession): OpcodeRow[] {
  const rows: OpcodeRow[] = [];
  for (let page = 0; ; page++) {
    const more = session.opcodes(0, page).rows;
    if (more.length === 0) return rows;
    rows.push(...more);
  }
}

/** `count` times `None`, dropped again, before a call. */
const long = (count: number): Uint8Array =>
  bytes(op.proto(2), 'N0'.repeat(count), op.call1(op.global('os', 'system'), op.binText('id')), '.');

describe('a disassembly by pages', () => {
  it('has every opcode once, in the order of the file', () => {
    const session = sessionOf(long(3 * OPCODES_PER_PAGE));
    const rows = allRows(session);
    expect(rows).toHaveLength(session.opcodes(0, 0).total);
    expect(session.opcodes(0, 1).rows).toHaveLength(OPCODES_PER_PAGE);
    expect(rows.map(({ offset }) => offset)).toEqual(
      [...rows.map(({ offset }) => offset)].sort((a, b) => a - b),
    );
    expect(rows.slice(-5).map(({ name }) => name)).toEqual([
      'GLOBAL',
      'BINUNICODE',
      'TUPLE1',
      'REDUCE',
      'STOP',
    ]);
  });

  it('finds the row of an offset, also within an opcode', () => {
    const session = sessionOf(long(2 * OPCODES_PER_PAGE));
    const rows = allRows(session);
    const at = rows.findIndex(({ name }) => name === 'GLOBAL');
    const offset = rows[at]?.offset ?? 0;
    expect(session.rowAt(0, offset)).toBe(at);
    expect(session.rowAt(0, offset + 3)).toBe(at);
    expect(session.rowAt(0, 0)).toBe(0);
    expect(session.rowAt(0, 10 ** 9)).toBe(rows.length - 1);
  });

  it('goes on with the next pickle of the file, and says where one is broken', () => {
    const rows = allRows(sessionOf(bytes(SYSTEM, SYSTEM.subarray(0, -1), 0xff)));
    expect(rows.filter(({ name }) => name === 'PROTO')).toHaveLength(2);
    expect(rows.at(-1)).toMatchObject({
      name: 'broken',
      argument: expect.stringMatching(/no opcode/u) as unknown,
    });
  });

  it('is empty for a pickle that is not there', () => {
    expect(sessionOf(SYSTEM).opcodes(7, 0)).toEqual({ rows: [], total: 0 });
    expect(sessionOf(SYSTEM).rowAt(7, 0)).toBe(0);
  });

  it('has as many rows as it says, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(80), (noise, cut) => {
        const session = sessionOf(bytes(SYSTEM.subarray(0, cut), noise));
        const { total } = session.opcodes(0, 0);
        expect(allRows(session)).toHaveLength(total);
      }),
      { numRuns: 300 },
    );
  });
});
