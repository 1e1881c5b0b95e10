import type { Budget } from '../budget';
import type { ByteSource } from '../bytes/byte-source';
import { Decoder } from './decoder';
import { Argument, OPCODE_ARGUMENTS, OPCODE_NAMES } from './opcodes';
import { literal } from './render';

export interface DisassembledOpcode {
  readonly offset: number;
  readonly name: string;
  readonly argument: string;
}

/** The opcodes from `start` on, to the end of the pickle and at most `count`; the last one tells of a break. */
export function disassemble(
  source: ByteSource,
  budget: Budget,
  start: number,
  count: number,
): DisassembledOpcode[] {
  const decoder = new Decoder(source, budget, start);
  const opcodes: DisassembledOpcode[] = [];
  while (opcodes.length < count && decoder.next()) {
    const name = OPCODE_NAMES[decoder.opcode] ?? '';
    opcodes.push({ offset: decoder.offset, name, argument: argumentText(decoder) });
    if (name === 'STOP') break;
  }
  const { broken } = decoder;
  if (broken) opcodes.push({ offset: broken.offset, name: 'broken', argument: broken.reason });
  return opcodes;
}

function argumentText({ opcode, number, text, secondText, dataLength }: Decoder): string {
  const argument = OPCODE_ARGUMENTS[opcode] ?? Argument.invalid;
  switch (argument) {
    case Argument.none:
    case Argument.invalid:
      return '';
    case Argument.u1:
    case Argument.u2:
    case Argument.i4:
    case Argument.u4:
    case Argument.u8:
    case Argument.f8:
      return String(number);
    case Argument.line:
    case Argument.text1:
    case Argument.text4:
    case Argument.text8:
      return text === undefined ? `${dataLength} bytes` : literal(text);
    case Argument.lines:
      return `${text ?? '?'} ${secondText ?? '?'}`;
    case Argument.bytes1:
    case Argument.bytes4:
    case Argument.bytes8:
    case Argument.bytesI4:
    case Argument.long1:
    case Argument.long4:
      return `${dataLength} bytes`;
  }
}
