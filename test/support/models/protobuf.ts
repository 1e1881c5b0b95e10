import { bytes, type Part } from '../../unit/models/support/assemble';

/** A varint. */
export function varint(value: number): Part {
  const parts: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...parts, rest];
    parts.push((rest % 128) + 128);
  }
}

/** A field of a protobuf message: a number, a text, or a message made of fields. */
export function field(number: number, content: number | string | Uint8Array): Uint8Array {
  if (typeof content === 'number') return bytes(varint(number * 8), varint(content));
  const inner = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return bytes(varint(number * 8 + 2), varint(inner.length), inner);
}

/** A message with these fields. */
export function message(...fields: readonly Uint8Array[]): Uint8Array {
  return bytes(...fields);
}
