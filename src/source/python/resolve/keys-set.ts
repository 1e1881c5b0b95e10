import type { Expression } from '../../expression';
import type { ExpressionSource } from '../expressions/expression-source';
import { NameNode } from '../expressions/nodes';
import type { Mutation } from '../facts/definition';
import { scopeAt } from '../facts/facts';
import { T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import type { Bindings } from './bindings';

/** What is set in a dictionary after it was made. */
export interface KeysSet {
  /** Each key with its value; without one where there are several values or where it may not be set. */
  readonly values: ReadonlyMap<string, Expression | undefined>;
  /** False when more may be put in. */
  readonly isComplete: boolean;
}

/**
 * What `options["key"] = value` and `options.setdefault("key", value)` put into the dictionary that a name stands for, as far
 * as it happens before the name is read there; undefined when the name stands for nothing that changes.
 */
export function keysSet(
  expression: Expression,
  bindings: Bindings,
  source: ExpressionSource,
): KeysSet | undefined {
  if (!(expression instanceof NameNode)) return undefined;
  const { node, name } = expression;
  const changes = bindings.mutations(node, name).filter((one) => one.attribute === undefined);
  if (changes.length === 0) return undefined;
  const { facts } = source;
  const { tree } = facts;
  const meant = new Set(bindings.definitions(node));
  const found = new Map<string, Expression | undefined>();
  let isComplete = true;
  for (const change of changes) {
    if (!bindings.definitions(change.receiver)?.some((definition) => meant.has(definition))) continue;
    const isHere = scopeAt(facts, change.node) === scopeAt(facts, node);
    if (isHere && change.node > node && blockAround(tree, change.node) === blockAround(tree, node)) continue;
    const key = change.keyNode === undefined ? undefined : source.at(change.keyNode);
    if (key?.kind !== 'string' || key.value === undefined) {
      isComplete = false;
      continue;
    }
    const isSure = isHere && change.node < node && tree.contains(blockAround(tree, change.node), node);
    found.set(key.value, isSure && !found.has(key.value) ? valueOf(change, source) : undefined);
  }
  return { values: found, isComplete };
}

function valueOf({ values: [group] }: Mutation, source: ExpressionSource): Expression | undefined {
  return group && source.group(group);
}

/** The block a node stands in, or the whole file. */
function blockAround(tree: SyntaxTree, node: number): number {
  let at = tree.parentOf(node);
  while (at >= 0 && tree.parentOf(at) >= 0 && tree.typeOf(at) !== T.Body && tree.typeOf(at) !== T.MatchBody) {
    at = tree.parentOf(at);
  }
  return at;
}
