import type { Import } from '../../model';
import type { SyntaxTree } from '../syntax/syntax-tree';
import type { ClassRecord, FunctionRecord, Scope } from './scope';

/** What one walk over a syntax tree collects. Nodes are indices of `tree`. */
export interface Facts {
  readonly tree: SyntaxTree;
  readonly module: Scope;
  /** Every scope, by number; `scopeNumber[node]` says which one an expression at `node` is evaluated in. */
  readonly scopes: readonly Scope[];
  readonly scopeNumber: Uint32Array;
  readonly imports: readonly Import[];
  /** Modules of star imports, in order. */
  readonly starImports: readonly string[];
  /** Nodes of calls: CallExpression, or the ArgList of a decorator. */
  readonly calls: readonly number[];
  readonly strings: readonly number[];
  /** Nodes of assignment statements. */
  readonly assignments: readonly number[];
  readonly comments: readonly number[];
  readonly functions: readonly FunctionRecord[];
  readonly functionByNode: ReadonlyMap<number, FunctionRecord>;
  readonly classes: readonly ClassRecord[];
  /** Nodes of error markers. */
  readonly errors: readonly number[];
  /** Simple statements and headers of compound ones, flat: start, end, start, end ... in source order. */
  readonly statements: readonly number[];
}

/** The scope in which an expression at `node` is evaluated. */
export function scopeAt(facts: Facts, node: number): Scope {
  return facts.scopes[facts.scopeNumber[node] ?? 0] ?? facts.module;
}
