import type { TensorFact } from '../facts/model-facts';
import { isKind, isObject, type Called, type Value } from './values';

/** How the functions of torch._utils that rebuild a tensor take its parts: https://github.com/pytorch/pytorch/blob/main/torch/_utils.py */
interface Rebuild {
  /** Places of the shape and of what tells the element type: a storage, or a dtype. */
  readonly shape: number;
  readonly type: number;
}

const FROM_STORAGE: Rebuild = { shape: 2, type: 0 };
const REBUILDS: Readonly<Record<string, Rebuild>> = {
  _rebuild_tensor: FROM_STORAGE,
  _rebuild_tensor_v2: FROM_STORAGE,
  _rebuild_qtensor: FROM_STORAGE,
  // (storage, storage_offset, size, stride, requires_grad, backward_hooks, dtype, metadata)
  _rebuild_tensor_v3: { shape: 2, type: 6 },
  // (dtype, size, stride, requires_grad)
  _rebuild_meta_tensor_no_storage: { shape: 1, type: 0 },
};
const WRAPPERS: readonly string[] = ['_rebuild_parameter', '_rebuild_parameter_with_state'];

/** Element types by the storage class that stands for them, and by their own names; bytes of one element. */
const TYPES: Readonly<Record<string, readonly [type: string, bytes: number]>> = {
  DoubleStorage: ['float64', 8],
  FloatStorage: ['float32', 4],
  HalfStorage: ['float16', 2],
  BFloat16Storage: ['bfloat16', 2],
  LongStorage: ['int64', 8],
  IntStorage: ['int32', 4],
  ShortStorage: ['int16', 2],
  CharStorage: ['int8', 1],
  ByteStorage: ['uint8', 1],
  BoolStorage: ['bool', 1],
  ComplexDoubleStorage: ['complex128', 16],
  ComplexFloatStorage: ['complex64', 8],
  QInt8Storage: ['qint8', 1],
  QUInt8Storage: ['quint8', 1],
  QInt32Storage: ['qint32', 4],
};
const BYTES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.values(TYPES)),
  uint16: 2,
  uint32: 4,
  uint64: 8,
  float8_e4m3fn: 1,
  float8_e5m2: 1,
  float8_e4m3fnuz: 1,
  float8_e5m2fnuz: 1,
};

/** Keys under which a module keeps its parts; in the names that PyTorch gives they do not stand. */
const PARTS: readonly Value[] = ['_parameters', '_buffers', '_modules'];
const MAX_DEPTH = 32;
const MAX_STEPS = 200_000;
const MAX_NAME = 1000;

/** Whether a value is a tensor that PyTorch's loader would rebuild. */
export function isTensor(value: Value): boolean {
  const name = rebuilder(value);
  return name !== undefined && (WRAPPERS.includes(name) || Object.hasOwn(REBUILDS, name));
}

/** The tensors in what a pickle comes to, by the names under which they lie. Nothing of them is read but what the pickle says. */
export function torchTensors(value: Value, where: string): TensorFact[] {
  const walk = new Walk(where);
  walk.visit(value, '', 0);
  return walk.found;
}

class Walk {
  readonly found: TensorFact[] = [];
  readonly #seen = new Set<object>();
  #steps = 0;

  constructor(private readonly where: string) {}

  visit(value: Value, name: string, depth: number): void {
    if (!isObject(value) || depth > MAX_DEPTH || ++this.#steps > MAX_STEPS) return;
    if (isKind(value, 'called') && isTensor(value)) {
      const fact = tensorFact(value, name, this.where);
      if (fact) this.found.push(fact);
      return;
    }
    // What is there twice, or holds itself, is listed once.
    if (this.#seen.has(value)) return;
    this.#seen.add(value);
    switch (value.kind) {
      case 'dict':
        return this.#entries(value.entries, name, depth);
      case 'list':
      case 'tuple':
        value.items.forEach((item, at) => this.visit(item, joined(name, at), depth + 1));
        return;
      case 'called':
        this.#entries(value.entries ?? [], name, depth);
        this.#state(value.state ?? null, name, depth + 1);
        return;
      default:
        return;
    }
  }

  /** The attributes of an object; a tuple has those in its dictionary and those in slots. */
  #state(state: Value, name: string, depth: number): void {
    const parts = isKind(state, 'tuple') && state.length === 2 ? state.items : [state];
    for (const part of parts) this.visit(part, name, depth);
  }

  #entries(entries: readonly (readonly [Value, Value])[], name: string, depth: number): void {
    for (const [key, value] of entries) {
      this.visit(value, PARTS.includes(key) ? name : joined(name, key), depth + 1);
    }
  }
}

function joined(name: string, key: Value): string {
  const text = typeof key === 'string' || typeof key === 'number' ? String(key) : '?';
  return (name === '' ? text : `${name}.${text}`).slice(0, MAX_NAME);
}

function rebuilder(value: Value): string | undefined {
  if (!isKind(value, 'called') || !isKind(value.callee, 'imported')) return undefined;
  return value.callee.module === 'torch._utils' ? value.callee.name : undefined;
}

function tensorFact(value: Called, name: string, where: string): TensorFact | undefined {
  const args = isKind(value.args, 'tuple') ? value.args.items : [];
  const made = rebuilder(value) ?? '';
  if (WRAPPERS.includes(made)) {
    const [inner = null] = args;
    // A parameter wraps a tensor, and nothing wraps a parameter.
    return isKind(inner, 'called') && isTensor(inner) && !WRAPPERS.includes(rebuilder(inner) ?? '')
      ? tensorFact(inner, name, where)
      : undefined;
  }
  const rebuild = Object.hasOwn(REBUILDS, made) ? REBUILDS[made] : undefined;
  const shape = rebuild && shapeOf(args[rebuild.shape]);
  if (!shape) return undefined;
  const type = typeName(args[rebuild.type] ?? null);
  const bytes = Object.hasOwn(BYTES, type) ? BYTES[type] : undefined;
  const size = bytes === undefined ? NaN : shape.reduce((product, length) => product * length, bytes);
  return {
    name: name === '' ? '(the whole)' : name,
    shape,
    type,
    where,
    ...(Number.isSafeInteger(size) ? { size } : {}),
  };
}

function shapeOf(value: Value | undefined): readonly number[] | undefined {
  const items = isKind(value, 'tuple') || isKind(value, 'list') ? value.items : undefined;
  const isLength = (item: Value): item is number => Number.isSafeInteger(item) && Number(item) >= 0;
  return items?.every(isLength) ? items : undefined;
}

/** The element type of a storage – `('storage', torch.FloatStorage, …)`, which comes by persistent id – or a dtype. */
function typeName(value: Value): string {
  const id = isKind(value, 'persistent') ? value.id : null;
  const [kind, storage = null] = isKind(id, 'tuple') ? id.items : [];
  const named = kind === 'storage' ? storage : value;
  if (!isKind(named, 'imported')) return 'unknown';
  return (Object.hasOwn(TYPES, named.name) ? TYPES[named.name]?.[0] : undefined) ?? named.name;
}
