import { member, stringOf, type JsonEntry, type JsonValue } from '../../json/json-value';
import { DTYPE_BITS } from './dtypes';

/** A tensor as the header describes it. */
export interface TensorEntry {
  readonly name: string;
  readonly at: number;
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Within the data, which begins after the header. */
  readonly start: number;
  readonly end: number;
}

/** Reads the description of one tensor; a text when it is none, saying why. */
export function readEntry({ key, at, value }: JsonEntry): TensorEntry | string {
  if (value.kind !== 'object') return 'it is not described as a tensor';
  const dtype = stringOf(member(value, 'dtype'));
  const shape = naturals(member(value, 'shape'));
  const offsets = naturals(member(value, 'data_offsets'));
  if (dtype === undefined) return 'it has no type';
  if (shape === undefined) return 'its shape is no list of whole numbers';
  const [start, end] = offsets ?? [];
  if (start === undefined || end === undefined || offsets?.length !== 2)
    return 'its place is not two whole numbers';
  const extra = value.entries.find((entry) => !KEYS.has(entry.key));
  if (extra) return `it has "${extra.key}", which no tensor has`;
  const problem = end < start ? 'it ends before it begins' : sizeProblem(dtype, shape, end - start);
  return problem ?? { name: key, at, dtype, shape, start, end };
}

const KEYS: ReadonlySet<string> = new Set(['dtype', 'shape', 'data_offsets']);

function sizeProblem(dtype: string, shape: readonly number[], length: number): string | undefined {
  const bits = DTYPE_BITS.get(dtype);
  if (bits === undefined) return `its type "${dtype.slice(0, 40)}" does not exist`;
  const needed = shape.reduce((product, size) => product * size, 1) * bits;
  return needed === length * 8
    ? undefined
    : `its shape needs ${Math.ceil(needed / 8)} bytes, and its place has ${length}`;
}

function naturals(value: JsonValue | undefined): number[] | undefined {
  if (value?.kind !== 'array') return undefined;
  const numbers = value.items.flatMap((item) =>
    item.kind === 'number' && /^\d+$/u.test(item.text) && Number.isSafeInteger(item.value)
      ? [item.value]
      : [],
  );
  return numbers.length === value.items.length ? numbers : undefined;
}
