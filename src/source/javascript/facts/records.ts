/** Where in a value a name is bound: keys of objects, positions of arrays; `*` for the rest and for keys that are not known. */
export type BindingPath = readonly (string | number)[];

interface DefinitionBase {
  readonly name: string;
  /** Node of the name that is bound. */
  readonly node: number;
  /** Node from which on the name has this value. */
  readonly effect: number;
}

/** `import`: `member` is undefined for the module itself, `default` for its default export. */
export interface ImportDefinition extends DefinitionBase {
  readonly kind: 'import';
  readonly module: string;
  readonly member: string | undefined;
}

export interface FunctionDefinitionRecord extends DefinitionBase {
  readonly kind: 'function';
  readonly record: FunctionRecord;
}

export interface ClassDefinitionRecord extends DefinitionBase {
  readonly kind: 'class';
  readonly record: ClassRecord;
}

export interface ParameterDefinition extends DefinitionBase {
  readonly kind: 'parameter';
  readonly record: FunctionRecord;
  readonly index: number;
  readonly path: BindingPath;
  /** The default of the part that a pattern takes. */
  readonly fallback: number | undefined;
}

/** A name bound to a value, or to a part of it. */
export interface ValueDefinition extends DefinitionBase {
  readonly kind: 'value';
  /** `loop` is `for (const name of value)`, `keys` is `for (const name in value)`. */
  readonly source: 'assignment' | 'loop' | 'keys' | 'augmented';
  readonly value: number;
  readonly path: BindingPath;
  readonly fallback: number | undefined;
  readonly annotation: number | undefined;
  /** For `augmented`: the operator without `=`. */
  readonly operator: string | undefined;
}

/** A variable or field declared with a type and no value. */
export interface AnnotationDefinition extends DefinitionBase {
  readonly kind: 'annotation';
  readonly annotation: number;
}

/** Known to exist, not followed: types, enumerations, what `catch` binds. */
export interface OpaqueDefinition extends DefinitionBase {
  readonly kind: 'opaque';
}

export type Definition =
  | ImportDefinition
  | FunctionDefinitionRecord
  | ClassDefinitionRecord
  | ParameterDefinition
  | ValueDefinition
  | AnnotationDefinition
  | OpaqueDefinition;

/** A region in which names are bound. */
export interface Scope {
  /** Node the scope belongs to. */
  readonly node: number;
  readonly kind: 'module' | 'function' | 'block';
  readonly parent: Scope | undefined;
  readonly definitions: Map<string, Definition[]>;
}

export interface ParameterRecord {
  readonly node: number;
  /** As written, for a pattern. */
  readonly name: string;
  readonly isRest: boolean;
  readonly isPattern: boolean;
  readonly annotation: number | undefined;
  readonly default: number | undefined;
  readonly decorators: readonly number[];
  readonly end: number;
}

/** A function of any kind. */
export interface FunctionRecord {
  readonly node: number;
  /** What it is called by: its own name, or that of the variable, property or field it is given to; empty when there is none. */
  readonly name: string;
  readonly nameNode: number;
  readonly kind: 'function' | 'method' | 'getter' | 'setter';
  readonly isAsync: boolean;
  readonly isStatic: boolean;
  readonly owner: ClassRecord | undefined;
  readonly decorators: readonly number[];
  readonly parameters: readonly ParameterRecord[];
  /** Values that it returns or yields. */
  readonly returns: number[];
  readonly isExported: boolean;
}

export interface ClassRecord {
  readonly node: number;
  readonly name: string;
  readonly nameNode: number;
  readonly base: number | undefined;
  readonly decorators: readonly number[];
  readonly members: Map<string, Definition[]>;
  readonly mutations: Map<string, Mutation[]>;
}

/** Something put into a container or set on an object: `x.push(v)`, `x[k] = v`, `x.k = v`. */
export interface Mutation {
  /** Name node of what is changed; `this` for fields. */
  readonly receiver: number;
  readonly node: number;
  readonly values: readonly number[];
  /** The property that is set, or that the container is: `x.items.push(v)` has `items`. */
  readonly property: string | undefined;
  readonly keyNode: number | undefined;
  /** Whether the values become elements of the container. */
  readonly isElement: boolean;
  readonly label: string;
}

/** Adds to a list in a map, making the list when there is none. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
