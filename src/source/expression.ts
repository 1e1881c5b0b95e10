import type { TextRange } from './range';

/**
 * Expressions as rules see them: the same for every language a front end reads. Nodes are built lazily by the front
 * end; a rule never meets a parser's own node.
 */
export type Expression =
  | NameExpression
  | AttributeExpression
  | SubscriptExpression
  | Call
  | StringExpression
  | NumberExpression
  | ConstantExpression
  | CollectionExpression
  | DictExpression
  | BinaryExpression
  | ConditionalExpression
  | AwaitExpression
  | LambdaExpression
  | OtherExpression;

interface ExpressionBase {
  readonly range: TextRange;
}

/** A variable, function, class or module by its local name. */
export interface NameExpression extends ExpressionBase {
  readonly kind: 'name';
  readonly name: string;
}

/** `object.name` */
export interface AttributeExpression extends ExpressionBase {
  readonly kind: 'attribute';
  readonly object: Expression;
  readonly name: string;
  readonly nameRange: TextRange;
}

/** `object[index]`; `index` is undefined for slices. */
export interface SubscriptExpression extends ExpressionBase {
  readonly kind: 'subscript';
  readonly object: Expression;
  readonly index: Expression | undefined;
}

/** One string literal, adjacent literals joined, f-string holes kept as parts. */
export interface StringExpression extends ExpressionBase {
  readonly kind: 'string';
  readonly parts: readonly StringPart[];
  /** The whole text when no part is a hole; undefined otherwise. Escapes are decoded. */
  readonly value: string | undefined;
  readonly isBytes: boolean;
  readonly isDocstring: boolean;
  /** The name the literal is given to, when there is one: variable, attribute, keyword argument or dictionary key. */
  readonly label: string | undefined;
}

/** Piece of a string: fixed text, or a value that is put in at run time. */
export type StringPart =
  | { readonly kind: 'text'; readonly value: string; readonly range: TextRange }
  | { readonly kind: 'hole'; readonly expression: Expression; readonly range: TextRange };

export interface NumberExpression extends ExpressionBase {
  readonly kind: 'number';
  readonly value: number;
}

/** True, False, None (and their twins in other languages). */
export interface ConstantExpression extends ExpressionBase {
  readonly kind: 'constant';
  readonly value: boolean | null;
}

export interface CollectionExpression extends ExpressionBase {
  readonly kind: 'collection';
  readonly type: 'list' | 'tuple' | 'set';
  /** Elements in order; a spread element is an OtherExpression with `operands`. */
  readonly elements: readonly Expression[];
}

export interface DictExpression extends ExpressionBase {
  readonly kind: 'dict';
  /** `key` is undefined for `**spread`. */
  readonly entries: readonly { readonly key: Expression | undefined; readonly value: Expression }[];
}

/** Binary and boolean operators; `operator` is spelled as in the language (`+`, `%`, `|`, `or`). */
export interface BinaryExpression extends ExpressionBase {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

/** `whenTrue if test else whenFalse` */
export interface ConditionalExpression extends ExpressionBase {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

export interface AwaitExpression extends ExpressionBase {
  readonly kind: 'await';
  readonly operand: Expression;
}

export interface LambdaExpression extends ExpressionBase {
  readonly kind: 'lambda';
  readonly body: Expression;
}

/** Anything else (comprehension, comparison, unary, yield, broken code); `operands` are its direct sub-expressions. */
export interface OtherExpression extends ExpressionBase {
  readonly kind: 'other';
  readonly operands: readonly Expression[];
}

/** A call, with its callee resolved through imports, aliases, re-binding, instances and `functools.partial`. */
export interface Call extends ExpressionBase {
  readonly kind: 'call';
  readonly callee: Expression;
  /**
   * Every qualified name the callee may have; empty when unknown. `torch.load`; a method of an object that a call
   * returned is written with `()`: `openai.OpenAI().chat.completions.create`. Built-ins are `builtins.eval`. A relative
   * import keeps its dots: `.utils.load`. Code defined in this file has the name `<local>.name`.
   */
  readonly names: readonly string[];
  /** `probable` when the name rests on a star import. */
  readonly nameConfidence: 'certain' | 'probable';
  /** Arguments written here, in order, then those that a partial or a literal `**{...}` adds. */
  readonly arguments: readonly Argument[];
  /** Between the parentheses, without them. */
  readonly argumentsRange: TextRange;
  /** Finds an argument by keyword first, then by position (0-based). */
  argument(selector: ArgumentSelector): ArgumentLookup;
}

export interface Argument {
  readonly keyword: string | undefined;
  readonly value: Expression;
  /** The argument as written, with its keyword. */
  readonly range: TextRange;
  /** False when it comes from a partial or a dictionary elsewhere: then it cannot be edited at the call. */
  readonly inPlace: boolean;
  /** `*args` or `**kwargs` whose content is not known. */
  readonly spread: 'positional' | 'keyword' | undefined;
}

/** One target of an assignment with the value it is given. Unpacking (`a, b = ...`) gives none. */
export interface Assignment {
  readonly target: NameExpression | AttributeExpression | SubscriptExpression;
  readonly value: Expression;
  /** The statement. */
  readonly range: TextRange;
}

export interface ArgumentSelector {
  readonly keyword?: string | undefined;
  readonly position?: number | undefined;
}

/** `unknown`: a spread whose content cannot be seen may or may not hold the argument. */
export type ArgumentLookup =
  | { readonly state: 'given'; readonly argument: Argument }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' };
