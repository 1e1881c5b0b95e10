import type {
  Argument,
  Assignment,
  AttributeExpression,
  Call,
  Expression,
  StringExpression,
  StringPart,
} from './expression';
import type { TextRange } from './range';
import type { DocumentQuestion, PlainAnswer, Section, TrackedSections } from './section';

/** Languages with a front end. */
export type SourceLanguage = CodeLanguage | ContentLanguage;

/** Languages of programs: imports, calls, values. */
export type CodeLanguage = 'python' | 'javascript' | 'typescript';

/** Languages of documents whose content rules look at: {@link DocumentContent}. */
export type ContentLanguage =
  'yaml' | 'json' | 'toml' | 'ini' | 'dockerfile' | 'requirements' | 'shell' | 'markdown' | 'dotenv';

/** Every language there is. */
export const LANGUAGES: readonly SourceLanguage[] = [
  'python',
  'javascript',
  'typescript',
  'yaml',
  'json',
  'toml',
  'ini',
  'dockerfile',
  'requirements',
  'shell',
  'markdown',
  'dotenv',
];

/** A name of a module that others know by another one: `export default ask`, `export { ask as query }`. */
export interface Export {
  /** Empty for a function or class without a name. */
  readonly name: string;
  readonly as: string;
  /** Where the function or class begins, when it stands in the export itself. */
  readonly at: number | undefined;
}

/**
 * What a front end knows of one document (or of one notebook joined to one program). Immutable.
 *
 * The lists and the text are for those who look at a document once. A rule that reads them is run again at every key press;
 * one that asks for what it needs – what stands within a range, what has a name, a {@link DocumentQuestion} – only when that has
 * changed.
 */
export interface SourceModel {
  readonly language: SourceLanguage;
  readonly text: string;
  readonly imports: readonly Import[];
  /** Every call, in source order, also those nested in others. */
  readonly calls: readonly Call[];
  /** Every string literal, in source order. */
  readonly strings: readonly StringExpression[];
  /** Every assignment, in source order. Not every front end gives them. */
  readonly assignments?: readonly Assignment[];
  readonly comments: readonly Comment[];
  readonly functions: readonly FunctionDefinition[];
  readonly classes: readonly ClassDefinition[];
  /** What the reader could not take in: syntax errors, limits reached. Never thrown. */
  readonly problems: readonly SourceProblem[];
  /** What a module gives to others under another name than its own; Python has no such thing. */
  readonly exports?: readonly Export[];
  /** Names declared with a value on the level of the module, where declarations are not among the assignments. */
  readonly declared?: readonly { readonly name: string; readonly value: Expression }[];

  textAt(range: TextRange): string;
  /** What stands within a range that is a part of a statement or function: see {@link containsRange}. */
  callsIn(range: TextRange): readonly Call[];
  stringsIn(range: TextRange): readonly StringExpression[];
  commentsIn(range: TextRange): readonly Comment[];
  functionsNamed(name: string): readonly FunctionDefinition[];
  methodsOf(className: string): readonly FunctionDefinition[];
  classesNamed(name: string): readonly ClassDefinition[];
  /** Calls of methods of a variable (`x.append(1)`), by its name, whatever it stands for. */
  methodCalls(variable: string): readonly Call[];
  /** Answers a question about the whole document. */
  ask<T extends PlainAnswer>(question: DocumentQuestion<T>): T;
  /**
   * Gathers something from each section: for a {@link DocumentQuestion}. The work may ask about nothing but the section and gives
   * plain data, which is kept as long as the section holds; it is told from other work by its identity.
   */
  gather<T>(work: (section: Section, model: SourceModel) => T): readonly T[];
  /** Begins to note what answers rest on; undefined when it is too late for that. */
  track(by: object): TrackedSections | undefined;
  /** The same document, of which nothing was asked yet. */
  again(): SourceModel;
  /** The same document, seen by one who knows the modules that it imports. To be called before anything is asked. */
  linked?(imported: ImportedNames): SourceModel;

  /** The value when it is the same on every path that is seen; `unknown` otherwise, never a guess. */
  evaluate(expression: Expression): Value;
  /** Every qualified name `expression` may denote (same spelling as Call.names); empty when unknown. */
  qualifiedNames(expression: Expression): readonly string[];
  /**
   * The string as parts, whatever built it: literal, f-string, `+`, `%`, `.format`, `.join`, through variables assigned
   * once. Undefined when it is not known to be a string.
   */
  stringParts(expression: Expression): readonly StringPart[] | undefined;
  /** Where the value may come from, followed backwards. See {@link FlowOptions}. */
  origins(expression: Expression, options?: FlowOptions): readonly Origin[];
  /** Follows names that are assigned once to what was assigned; returns the expression itself where that ends. */
  dereference(expression: Expression): Expression;
  /** The innermost function around an offset. */
  functionAt(offset: number): FunctionDefinition | undefined;
  /** The innermost simple statement, or the header of a compound one, at an offset. */
  statementAt(offset: number): TextRange | undefined;
  /** The first statement that starts at or after an offset. */
  statementAfter(offset: number): TextRange | undefined;
}

/** A value known before the program runs. */
export type Value =
  { readonly known: true; readonly value: string | number | boolean | null } | { readonly known: false };

/** What is known of the modules that a document imports. Names are spelled as `Call.names` spells them. */
export interface ImportedNames {
  /** What a name of another module stands for: `app.clients.client` for `openai.OpenAI()`. */
  aliases(name: string): readonly string[];
  /** The value of a constant of another module. */
  value(name: string): Value;
}

export interface Import {
  /** Module as written, with leading dots when relative. */
  readonly module: string;
  /** Imported name for `from module import name`; `*` for a star import; undefined for `import module`. */
  readonly name: string | undefined;
  readonly alias: string | undefined;
  readonly range: TextRange;
}

export interface Comment {
  /** Without the comment sign. */
  readonly text: string;
  readonly range: TextRange;
  /** Whether nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
}

export interface FunctionDefinition {
  readonly name: string;
  /** Class the function is a method of. */
  readonly className: string | undefined;
  readonly range: TextRange;
  readonly nameRange: TextRange;
  readonly isAsync: boolean;
  readonly decorators: readonly Decorator[];
  readonly parameters: readonly Parameter[];
  readonly returns: readonly Expression[];
}

export interface Decorator {
  readonly expression: Expression;
  /** Qualified names of the decorator, without its call: `fastapi.FastAPI().post`. */
  readonly names: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly annotation: Expression | undefined;
  readonly default: Expression | undefined;
  readonly range: TextRange;
}

export interface ClassDefinition {
  readonly name: string;
  readonly range: TextRange;
  /** Qualified names of the base classes that are known. */
  readonly bases: readonly string[];
  readonly decorators: readonly Decorator[];
}

export interface SourceProblem {
  readonly kind: 'syntax' | 'limit' | 'encoding';
  readonly message: string;
  readonly range: TextRange;
}

/** One place a value may come from. */
export interface Origin {
  /** A literal, a call whose body is not in this file, a parameter's name, an unresolved name or attribute. */
  readonly expression: Expression;
  /** Set when the origin is a parameter that no call in this file fills. */
  readonly parameter: { readonly definition: FunctionDefinition; readonly parameter: Parameter } | undefined;
  /** From the sink back to the origin: assignments, returns and arguments passed on the way. */
  readonly path: readonly FlowStep[];
  /** True when the origin is the value (or an attribute or element of it); false when it is only a part of a string. */
  readonly whole: boolean;
  /**
   * What was read of the origin's value on the way, the first read first: attributes, literal keys, and methods with `()`.
   * `response.usage.total_tokens` gives `usage`, `total_tokens`; `request.args.get('q').strip()` gives `args`, `get()`,
   * `strip()`; an unknown key or index gives `*`. Rules need it to tell `response.usage` from the answer's text.
   */
  readonly access: readonly string[];
}

export interface FlowStep {
  readonly range: TextRange;
  /** What happens here, for a person: "assigned to `code`". */
  readonly label: string;
}

export interface FlowOptions {
  /** Calls that hand their arguments through (`str`, `json.loads`); receivers of methods are always followed. */
  readonly passesThrough?: (call: Call) => readonly Argument[] | undefined;
  /** Calls at which the flow ends because the value is clean afterwards. */
  readonly sanitizes?: (call: Call) => boolean;
  /** Attributes at which the flow ends for the same reason. */
  readonly cleans?: (attribute: AttributeExpression) => boolean;
  /** Calls at which to stop because they are what is looked for; without it local calls are entered. */
  readonly stopAt?: (call: Call) => boolean;
  /** A parameter is an origin also where calls in the file fill it: others may call the function too. */
  readonly openParameters?: boolean;
}
