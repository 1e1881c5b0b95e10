import type { Decoder } from './decoder';
import { isKind, type Called, type Value } from './values';

const WRAPPERS = new Set([
  'joblib.numpy_pickle.NumpyArrayWrapper',
  'sklearn.externals.joblib.numpy_pickle.NumpyArrayWrapper',
]);

/** Whether an object stands for an array whose bytes follow it. */
export function isArrayWrapper({ callee }: Called): boolean {
  return isKind(callee, 'imported') && WRAPPERS.has(callee.verdict.path);
}

/**
 * Goes over the bytes of the array that `wrapper` describes.
 *
 * @param runNested reads the pickle that stands there instead when the array holds objects
 * @returns what is wrong with it
 */
export function skipArray(wrapper: Called, decoder: Decoder, runNested: () => void): string | undefined {
  const state = stateOf(wrapper);
  const shape = state.get('shape');
  const items =
    isKind(shape, 'tuple') && shape.items.length === shape.length ? product(shape.items) : undefined;
  const type = typeOf(state.get('dtype'));
  if (items === undefined || type === undefined) return 'an array whose size is not known';
  if (type.objects) {
    runNested();
    return undefined;
  }
  if (typeof state.get('numpy_array_alignment_bytes') === 'number') {
    const padding = decoder.peek(1)[0] ?? 0;
    if (!decoder.skip(1 + padding)) return 'an array that is not there';
  }
  return decoder.skip(items * type.size) ? undefined : 'an array that is longer than the file';
}

function stateOf({ state }: Called): Map<string, Value> {
  const entries = isKind(state, 'dict') ? state.entries : [];
  return new Map(entries.flatMap(([key, value]) => (typeof key === 'string' ? [[key, value] as const] : [])));
}

/** A dimension may be a NumPy integer, whose bytes are not looked up: then the size is not known. */
function product(items: readonly Value[]): number | undefined {
  let result = 1;
  for (const item of items) {
    if (typeof item !== 'number' || item < 0) return undefined;
    result *= item;
  }
  return result;
}

/** Size of an item, from `numpy.dtype('f8', ...)` and its state. */
function typeOf(dtype: Value | undefined): { readonly size: number; readonly objects: boolean } | undefined {
  if (!isKind(dtype, 'called') || !isKind(dtype.args, 'tuple')) return undefined;
  const [code] = dtype.args.items;
  const match = typeof code === 'string' ? /^[<>|=]?([a-zA-Z?])(\d*)$/u.exec(code) : undefined;
  if (!match) return undefined;
  const [, kind = '', digits = ''] = match;
  const state = isKind(dtype.state, 'tuple') ? dtype.state.items : [];
  if (kind === 'O' || hasObjects(state)) return { size: 0, objects: true };
  const itemSize = state[5];
  if (typeof itemSize === 'number' && itemSize > 0) return { size: itemSize, objects: false };
  if (kind === '?') return { size: 1, objects: false };
  const width = Number(digits);
  return digits === '' ? undefined : { size: kind === 'U' ? width * 4 : width, objects: false };
}

/** The flags of a dtype that holds Python objects: item has object, or reference counts. */
function hasObjects(state: readonly Value[]): boolean {
  const flags = state[7];
  return typeof flags === 'number' && (flags & 0x01) !== 0;
}
