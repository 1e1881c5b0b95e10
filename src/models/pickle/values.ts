import type { NameVerdict } from '../verdict/name-verdict';

/**
 * What stands on the symbolic stack. Python's None, booleans, integers and short strings are JavaScript's own; everything
 * else is one of the objects below.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Float
  | LongText
  | Bytes
  | Sequence
  | Mapping
  | Imported
  | Called
  | Attribute
  | Bound
  | Getter
  | Module
  | MadeCode
  | Persistent
  | Extension
  | Unknown;

export interface Float {
  readonly kind: 'float';
  readonly value: number;
}

/** A string over the limit. */
export interface LongText {
  readonly kind: 'text';
  readonly offset: number;
  readonly length: number;
}

/** Bytes stay in the file. */
export interface Bytes {
  readonly kind: 'bytes';
  readonly offset: number;
  readonly length: number;
}

interface SequenceOf<Kind extends string> {
  readonly kind: Kind;
  /** The first of them. */
  readonly items: Value[];
  length: number;
}

export type SequenceKind = 'tuple' | 'list' | 'set' | 'frozenset';

export type Sequence = SequenceOf<'tuple'> | SequenceOf<'list'> | SequenceOf<'set'> | SequenceOf<'frozenset'>;

export interface Mapping {
  readonly kind: 'dict';
  /** The first of them. */
  readonly entries: [Value, Value][];
  length: number;
}

/** A function, class or constant that the stream imports. */
export interface Imported {
  readonly kind: 'imported';
  readonly module: string;
  readonly name: string;
  readonly verdict: NameVerdict;
  readonly offset: number;
}

/** The result of a call. */
export interface Called {
  readonly kind: 'called';
  readonly callee: Value;
  readonly args: Value;
  readonly keywords?: Value;
  readonly offset: number;
  /** How bad the call itself was. */
  readonly verdict: NameVerdict['verdict'];
  /** What BUILD gave it. */
  state?: Value;
  /** The first of what SETITEM put into it, where it is a dictionary. */
  entries?: [Value, Value][];
}

/** `of.name`, fetched by the stream. */
export interface Attribute {
  readonly kind: 'attribute';
  readonly of: Value;
  readonly name: string;
  readonly offset: number;
}

/** `functools.partial(callee, *args)`. */
export interface Bound {
  readonly kind: 'bound';
  callee: Value;
  args: readonly Value[];
  readonly offset: number;
}

/** `operator.attrgetter`, `itemgetter` and `methodcaller`. */
export interface Getter {
  readonly kind: 'getter';
  readonly of: 'attribute' | 'item' | 'method';
  readonly args: readonly Value[];
  readonly offset: number;
}

export interface Module {
  readonly kind: 'module';
  readonly name: string;
  readonly offset: number;
}

/** A function or class made from code in the file. */
export interface MadeCode {
  readonly kind: 'code';
  readonly maker: Value;
  readonly args: Value;
  readonly offset: number;
}

export interface Persistent {
  readonly kind: 'persistent';
  readonly id: Value;
}

export interface Extension {
  readonly kind: 'extension';
  readonly code: number;
}

export interface Unknown {
  readonly kind: 'unknown';
  readonly why: string;
  /** It comes out of a call that does harm. */
  readonly tainted?: boolean;
}

/** How many members of a list, dictionary, tuple or set are kept. */
export const KEPT_ITEMS = 256;

export type ObjectValue = Exclude<Value, null | boolean | number | bigint | string>;

export function isObject(value: Value): value is ObjectValue {
  return typeof value === 'object' && value !== null;
}

export function isKind<K extends ObjectValue['kind']>(
  value: Value | undefined,
  kind: K,
): value is Extract<ObjectValue, { kind: K }> {
  return typeof value === 'object' && value !== null && value.kind === kind;
}

export function sequence(kind: SequenceKind, items: Value[]): Sequence {
  const { length } = items;
  if (length > KEPT_ITEMS) items.length = KEPT_ITEMS;
  return { kind, items, length };
}

/** The arguments that a value stands for when it is called with it: the items of a tuple, or nothing that is known. */
export function argumentsOf(value: Value): readonly Value[] {
  return isKind(value, 'tuple') || isKind(value, 'list') ? value.items : [];
}
