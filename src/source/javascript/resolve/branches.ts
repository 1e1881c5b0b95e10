import { isLoop, T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import { isFunctionNode } from '../facts/functions';

/** The innermost part of the program that runs or does not run as a whole. */
export interface Branch {
  readonly node: number;
  /** The statement that decides. */
  readonly whole: number;
  /** Whether the other parts of the statement run only when this one does not. */
  readonly isExclusive: boolean;
}

/** The branch that a node stands in; the function or file where there is none. */
export function branchOf(tree: SyntaxTree, node: number): Branch {
  let at = node;
  for (let parent = tree.parentOf(at); parent >= 0; parent = tree.parentOf(at)) {
    if (isFunctionNode(tree, parent)) return { node: parent, whole: parent, isExclusive: false };
    const type = tree.typeOf(parent);
    const isHead = tree.typeOf(at) === T.ParenthesizedExpression;
    if (type === T.IfStatement && !isHead) return { node: at, whole: parent, isExclusive: true };
    if (type === T.ConditionalExpression && tree.firstExpression(parent) !== at)
      return { node: at, whole: parent, isExclusive: true };
    const isConditional =
      (isLoop[type] === 1 && !isHead && !isSpec(tree, at)) ||
      type === T.CatchClause ||
      type === T.SwitchBody ||
      (type === T.BinaryExpression &&
        tree.childOfType(parent, T.LogicOp) >= 0 &&
        tree.firstExpression(parent) !== at);
    if (isConditional) {
      const holder = type === T.SwitchBody || type === T.CatchClause ? parent : at;
      return { node: holder, whole: parent, isExclusive: false };
    }
    at = parent;
  }
  return { node: 0, whole: 0, isExclusive: false };
}

/** The outermost loop around a node within a function; -1 when there is none. */
export function loopAround(tree: SyntaxTree, node: number, within: number): number {
  let found = -1;
  for (let at = tree.parentOf(node); at > within; at = tree.parentOf(at)) {
    if (isLoop[tree.typeOf(at)] === 1) found = at;
  }
  return found;
}

function isSpec(tree: SyntaxTree, node: number): boolean {
  const type = tree.typeOf(node);
  return type === T.ForSpec || type === T.ForOfSpec || type === T.ForInSpec;
}
