import type { Definition, Mutation } from './definition';

/** A region in which names are bound. */
export class Scope {
  // Many scopes have none of these: they share one empty map until the first entry.
  private bound = NONE as Map<string, Definition[]>;
  private outside = NONE as Map<string, Definition[]>;
  private changes = NONE as Map<string, Mutation[]>;
  private redirects = NONE as Map<string, Redirect>;

  constructor(
    readonly kind: 'module' | 'function' | 'class' | 'lambda' | 'comprehension',
    /** Node the scope belongs to. */
    readonly node: number,
    readonly parent: Scope | undefined,
    /** Function, lambda or class that the scope is the body of. Set once, when its record is made. */
    public owner: FunctionRecord | ClassRecord | undefined,
  ) {}

  get definitions(): ReadonlyMap<string, readonly Definition[]> {
    return this.bound;
  }

  /** Definitions made from inner functions through `global` and `nonlocal`; they may take effect at any time. */
  get outsideDefinitions(): ReadonlyMap<string, readonly Definition[]> {
    return this.outside;
  }

  get mutations(): ReadonlyMap<string, readonly Mutation[]> {
    return this.changes;
  }

  /** Names declared `global` or `nonlocal` here. */
  get redirected(): ReadonlyMap<string, Redirect> {
    return this.redirects;
  }

  define(definition: Definition): void {
    if (this.bound.size === 0) this.bound = new Map();
    push(this.bound, definition.name, definition);
  }

  defineFromOutside(definition: Definition): void {
    if (this.outside.size === 0) this.outside = new Map();
    push(this.outside, definition.name, definition);
  }

  addMutation(name: string, mutation: Mutation): void {
    if (this.changes.size === 0) this.changes = new Map();
    push(this.changes, name, mutation);
  }

  redirect(name: string, to: Redirect): void {
    if (this.redirects.size === 0) this.redirects = new Map();
    this.redirects.set(name, to);
  }
}

type Redirect = 'global' | 'nonlocal';

const NONE = new Map<string, never>();

export interface ParameterRecord {
  readonly name: string;
  readonly node: number;
  readonly kind: 'normal' | 'star' | 'doubleStar';
  /** After `*` or `*args`: cannot be given by position. */
  readonly keywordOnly: boolean;
  readonly annotation: number | undefined;
  readonly default: number | undefined;
  readonly end: number;
}

/** A function or a lambda. */
export interface FunctionRecord {
  readonly kind: 'function' | 'lambda';
  readonly node: number;
  /** Empty for a lambda. */
  readonly name: string;
  readonly nameNode: number;
  readonly isAsync: boolean;
  /** The class whose body holds the function. */
  readonly enclosingClass: ClassRecord | undefined;
  /** A static method: its first parameter is an ordinary one. */
  readonly isStatic: boolean;
  readonly decorators: readonly number[];
  readonly parameters: readonly ParameterRecord[];
  readonly returnAnnotation: number | undefined;
  /** Node groups of the values that it returns or yields. */
  readonly returns: number[][];
  readonly scope: Scope;
}

export interface ClassRecord {
  readonly kind: 'class';
  readonly node: number;
  readonly name: string;
  readonly nameNode: number;
  readonly decorators: readonly number[];
  /** Nodes of the positional arguments between the parentheses. */
  readonly bases: readonly number[];
  readonly scope: Scope;
  /** What methods set on `self` (or `cls`). */
  readonly attributes: Map<string, Definition[]>;
  readonly attributeMutations: Map<string, Mutation[]>;
}

/** Adds to a list in a map, making the list when there is none. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
