import type { ClassRecord, FunctionRecord, Scope } from './scope';

interface DefinitionBase {
  readonly name: string;
  /** Node of the name that is bound; its index orders definitions. */
  readonly node: number;
  readonly scope: Scope;
}

/** `import a.b as name` binds `a.b`; `from a import b as name` binds member `b` of `a`. */
export interface ImportDefinition extends DefinitionBase {
  readonly kind: 'import';
  readonly module: string;
  readonly member: string | undefined;
}

export interface FunctionNameDefinition extends DefinitionBase {
  readonly kind: 'function';
  readonly record: FunctionRecord;
}

export interface ClassNameDefinition extends DefinitionBase {
  readonly kind: 'class';
  readonly record: ClassRecord;
}

export interface ParameterDefinition extends DefinitionBase {
  readonly kind: 'parameter';
  readonly record: FunctionRecord;
  readonly index: number;
}

/** How a value came to the name. */
export type ValueSource = 'assignment' | 'loop' | 'with' | 'augmented';

/** A name bound to a value, or to an element of it. */
export interface ValueDefinition extends DefinitionBase {
  readonly kind: 'value';
  readonly source: ValueSource;
  /** Expression nodes of the value; several for a tuple without parentheses. */
  readonly value: readonly number[];
  /** Positions to take on the way into a tuple, outermost first; -1 for a starred target. */
  readonly path: readonly number[];
  readonly annotation: number | undefined;
  /** For `augmented`: the operator without `=`. */
  readonly operator: string | undefined;
}

/** `name: Type` without a value. */
export interface AnnotationDefinition extends DefinitionBase {
  readonly kind: 'annotation';
  readonly annotation: number;
}

/** Bound in a way whose value is not followed: `except ... as name`, patterns, type parameters. */
export interface OpaqueDefinition extends DefinitionBase {
  readonly kind: 'opaque';
}

export type Definition =
  | ImportDefinition
  | FunctionNameDefinition
  | ClassNameDefinition
  | ParameterDefinition
  | ValueDefinition
  | AnnotationDefinition
  | OpaqueDefinition;

/** Something put into a container or set on an object: `x.append(v)`, `x["k"] = v`, `x.attr = v`. */
export interface Mutation {
  /** The name expression's node of what is changed (`x`), or of `self` in `self.items.append(v)`. */
  readonly receiver: number;
  /** Node after which the change is in effect. */
  readonly node: number;
  /** Node groups of the values that go in. */
  readonly values: readonly (readonly number[])[];
  /** Node of the constant key for `x[key] = v`. */
  readonly keyNode: number | undefined;
  /** Attribute that is set, or of which the content changes (`self.items`). */
  readonly attribute: string | undefined;
  /** Whether the values become elements; false when one is set as an attribute. */
  readonly isElement: boolean;
  /** What happens, for a flow step: "added to `x`". */
  readonly label: string;
}
