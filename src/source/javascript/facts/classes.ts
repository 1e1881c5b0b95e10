import { T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import type { Collector } from './collector';
import { plainName } from './functions';
import { push, type ClassRecord, type Definition, type FunctionRecord } from './records';

/** Reads a class's head. Its members are collected as its body is walked. */
export function collectClass(tree: SyntaxTree, node: number): ClassRecord {
  const nameNode = tree.childOfType(node, T.VariableDefinition);
  const extendsNode = tree.childOfType(node, T.extends);
  const base = extendsNode < 0 ? -1 : tree.nextSibling(extendsNode);
  return {
    node,
    name: nameNode < 0 ? '' : tree.textOf(nameNode),
    nameNode,
    base: base < 0 ? undefined : base,
    decorators: tree.children(node).filter((child) => tree.typeOf(child) === T.Decorator),
    members: new Map(),
    mutations: new Map(),
  };
}

/** A method is a member of its class; a getter stands for what it returns. */
export function collectMethodName(owner: ClassRecord, record: FunctionRecord): void {
  if (record.name === '' || record.kind === 'setter') return;
  const { name, nameNode: node } = record;
  push(owner.members, name, { kind: 'function', name, node, effect: 0, record });
}

/** `name: Type = value` in a class. */
export function collectField(collector: Collector, node: number): void {
  const { tree, owner } = collector;
  const nameNode = [T.PropertyDefinition, T.PrivatePropertyDefinition, T.String]
    .map((type) => tree.childOfType(node, type))
    .find((found) => found >= 0);
  if (!owner || nameNode === undefined) return;
  const equals = tree.childOfType(node, T.Equals);
  const value = equals < 0 ? -1 : tree.nextSibling(equals);
  const typed = tree.childOfType(node, T.TypeAnnotation);
  const name = plainName(tree, nameNode);
  const base = { name, node: nameNode, effect: 0 };
  const annotation = typed < 0 ? undefined : typed;
  let definition: Definition | undefined;
  if (value >= 0) {
    const how = { source: 'assignment', path: [], fallback: undefined, operator: undefined } as const;
    definition = { ...base, kind: 'value', value, annotation, ...how };
  } else if (annotation !== undefined) definition = { ...base, kind: 'annotation', annotation };
  if (definition) push(owner.members, name, definition);
}
