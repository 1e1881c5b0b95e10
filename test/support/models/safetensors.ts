import { bytes, le } from '../../unit/models/support/assemble';

/** A safetensors file: the length of the header, the header, and the data. */
export function safetensors(header: object | string, data: Uint8Array, length?: number): Uint8Array {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  return bytes(le(length ?? text.length, 8), text, data);
}
