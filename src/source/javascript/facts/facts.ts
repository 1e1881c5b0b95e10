import type { Export, Import } from '../../model';
import type { SyntaxTree } from '../syntax/syntax-tree';
import type { ClassRecord, FunctionRecord, Mutation, Scope } from './records';

/** What one walk over a text collects; nothing in it is resolved. */
export interface Facts {
  readonly tree: SyntaxTree;
  readonly module: Scope;
  readonly scopeByNode: ReadonlyMap<number, Scope>;
  /** Also what is handed on from other modules. */
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  /** Nodes of calls: calls, `new`, tagged templates, and the places that take HTML: see `htmlSetters`. */
  readonly calls: readonly number[];
  readonly strings: readonly number[];
  readonly assignments: readonly number[];
  readonly comments: readonly number[];
  readonly functions: readonly FunctionRecord[];
  readonly functionByNode: ReadonlyMap<number, FunctionRecord>;
  readonly classes: readonly ClassRecord[];
  readonly classByNode: ReadonlyMap<number, ClassRecord>;
  /** Changes of objects, by the name of the variable. */
  readonly mutations: ReadonlyMap<string, readonly Mutation[]>;
  /** Calls that a function stands in as an argument by its name: `app.post('/', handler)`. */
  readonly namedArguments: ReadonlyMap<string, readonly number[]>;
  /** start, end, start, end ... */
  readonly statements: readonly number[];
  /** The same of the opening tags of JSX. */
  readonly elements: readonly number[];
  readonly errors: readonly number[];
}

/** The innermost scope around a node. */
export function scopeAt(facts: Pick<Facts, 'tree' | 'scopeByNode' | 'module'>, node: number): Scope {
  for (let at = node; at >= 0; at = facts.tree.parentOf(at)) {
    const scope = facts.scopeByNode.get(at);
    if (scope) return scope;
  }
  return facts.module;
}

/** The innermost function around a node. */
export function functionAround(
  facts: Pick<Facts, 'tree' | 'functionByNode'>,
  node: number,
): FunctionRecord | undefined {
  for (let at = facts.tree.parentOf(node); at >= 0; at = facts.tree.parentOf(at)) {
    const record = facts.functionByNode.get(at);
    if (record) return record;
  }
  return undefined;
}
