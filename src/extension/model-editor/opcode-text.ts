import type { OpcodeRow } from '../../report/model/view/model-view';

/** A disassembly as text: offset, opcode, argument; a comment at its end when it was cut. */
export function opcodeText(rows: readonly OpcodeRow[], total: number): string {
  const lines = rows.map(({ offset, name, argument }) =>
    `${offset.toString(16).padStart(8, '0')}  ${name.padEnd(17)} ${argument}`.trimEnd(),
  );
  const cut = total - rows.length;
  return [...lines, ...(cut > 0 ? [`# ${cut} more opcodes`] : []), ''].join('\n');
}
