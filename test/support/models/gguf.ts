import { bytes, le, type Part } from '../../unit/models/support/assemble';

export interface TestTensor {
  readonly name: string;
  readonly dimensions: readonly number[];
  /** The id of the type: 8 is Q8_0. */
  readonly type: number;
  readonly offset: number;
}

export interface TestGguf {
  readonly version?: number;
  /** Texts, or the bytes of a value with its type. */
  readonly properties?: readonly (readonly [key: string, value: string | Part])[];
  readonly tensors?: readonly TestTensor[];
  readonly data?: Uint8Array;
  readonly tensorCount?: number;
}

/** A GGUF file, little endian, padded to 32 bytes before the data. */
export function gguf({
  version = 3,
  properties = [],
  tensors = [],
  data,
  tensorCount,
}: TestGguf): Uint8Array {
  const head = bytes(
    'GGUF',
    le(version, 4),
    le(tensorCount ?? tensors.length, 8),
    le(properties.length, 8),
    properties.map(([key, value]) => [
      text(key),
      typeof value === 'string' ? [le(8, 4), text(value)] : value,
    ]),
    tensors.map(({ name, dimensions, type, offset }) => [
      text(name),
      le(dimensions.length, 4),
      dimensions.map((length) => le(length, 8)),
      le(type, 4),
      le(offset, 8),
    ]),
  );
  return bytes(head, new Uint8Array((32 - (head.length % 32)) % 32), data ?? []);
}

/** A text of the format, which is here ASCII: its length and its characters. */
export function text(value: string): Part {
  return [le(value.length, 8), value];
}
