import { isToken, T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import type { Collector } from './collector';
import { decoratorsOf } from './functions';
import { type ClassRecord, Scope } from './scope';

/** `class Name(Base, key=value): ...` */
export function collectClass(collector: Collector, node: number): void {
  const { tree } = collector;
  const outer = collector.scope;
  const nameNode = tree.childOfType(node, T.VariableName);
  const list = tree.childOfType(node, T.ArgList);
  const name = nameNode >= 0 ? tree.textOf(nameNode) : '';
  const scope: Scope = new Scope('class', node, outer, undefined);
  const record: ClassRecord = {
    kind: 'class',
    node,
    name,
    nameNode,
    decorators: decoratorsOf(tree, node),
    bases: list >= 0 ? positionalArguments(tree, list) : [],
    scope,
    attributes: new Map(),
    attributeMutations: new Map(),
  };
  scope.owner = record;
  collector.addScope(scope);
  collector.classes.push(record);
  if (nameNode >= 0) collector.define({ kind: 'class', name, node: nameNode, scope: outer, record });
  collector.startScopeAt(tree.childOfType(node, T.Body), scope);
}

function positionalArguments(tree: SyntaxTree, list: number): number[] {
  return tree.children(list).filter((child) => {
    if (isToken[tree.typeOf(child)]) return false;
    const next = tree.nextSibling(child);
    const isKeyword = next >= 0 && tree.typeOf(next) === T.AssignOp;
    return !isKeyword && tree.typeOf(child - 1) !== T.AssignOp && tree.typeOf(child - 1) !== T['**'];
  });
}
