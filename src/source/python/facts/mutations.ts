import { isToken, T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import type { Collector } from './collector';
import type { Mutation } from './definition';
import { classOfSelf, firstExpression } from './functions';
import { push } from './scope';
import type { Binding } from './targets';

/** Methods of lists, sets, dicts and queues that put their arguments into the receiver. */
const MUTATORS = new Set([
  'append', 'add', 'insert', 'extend', 'update', 'setdefault', 'appendleft', 'extendleft', 'put', 'push',
]); // prettier-ignore

/** `x.append(value)` and `self.x.append(value)`. */
export function collectMutatingCall(collector: Collector, call: number): void {
  const { tree } = collector;
  const member = tree.firstChild(call);
  if (member < 0 || tree.typeOf(member) !== T.MemberExpression) return;
  const method = tree.childOfType(member, T.PropertyName);
  if (method < 0 || !MUTATORS.has(tree.textOf(method))) return;
  const list = tree.childOfType(call, T.ArgList);
  const receiver = tree.firstChild(member);
  if (list < 0) return;
  const given = argumentValues(tree, list);
  const [key] = given;
  const isKeyed = given.length === 2 && key !== undefined && tree.textOf(method) === 'setdefault';
  const values = (isKeyed ? given.slice(1) : given).map((node) => [node]);
  addMutation(collector, receiver, {
    node: call,
    values,
    keyNode: isKeyed ? key : undefined,
    verb: 'added to',
  });
}

/** `x.attr = value`, `x[key] = value`, `self.attr = value`. */
export function collectAttributeTarget(collector: Collector, target: number, binding: Binding): void {
  const { tree } = collector;
  const object = tree.firstChild(target);
  const property = tree.childOfType(target, T.PropertyName);
  if (property < 0) {
    const keyNode = elementKey(tree, target);
    addMutation(collector, object, { node: target, values: [binding.value], keyNode, verb: 'set in' });
    return;
  }
  if (tree.typeOf(object) !== T.VariableName) return;
  const name = { object: tree.textOf(object), attribute: tree.textOf(property), node: property };
  collectNamedAttribute(collector, name, binding, object, target);
}

/** An attribute by its names: `object.attribute`, at a node. */
interface NamedAttribute {
  readonly object: string;
  readonly attribute: string;
  readonly node: number;
}

/** `self.attr = value` becomes part of the class; of other objects it is a change. */
export function collectNamedAttribute(
  collector: Collector,
  { object, attribute, node }: NamedAttribute,
  binding: Binding,
  receiver = node,
  changed = node,
): void {
  const owner = classOfSelf(binding.scope, object);
  if (owner)
    push(owner.attributes, attribute, {
      kind: 'value',
      name: attribute,
      node,
      scope: binding.scope,
      source: binding.source,
      value: binding.value,
      path: binding.path,
      annotation: binding.annotation,
      operator: binding.operator,
    });
  else {
    const label = `set as \`${object}.${attribute}\``;
    const values = [binding.value];
    collector.addMutation(object, {
      receiver,
      node: changed,
      values,
      keyNode: undefined,
      attribute,
      isElement: false,
      label,
    });
  }
}

type Change = Pick<Mutation, 'node' | 'values' | 'keyNode'> & { readonly verb: string };

function addMutation(collector: Collector, receiver: number, change: Change): void {
  const { tree } = collector;
  const { node, values, keyNode, verb } = change;
  const label = `${verb} \`${tree.textOf(receiver)}\``;
  if (tree.typeOf(receiver) === T.VariableName) {
    const mutation = { receiver, node, values, keyNode, attribute: undefined, isElement: true, label };
    collector.addMutation(tree.textOf(receiver), mutation);
    return;
  }
  if (tree.typeOf(receiver) !== T.MemberExpression) return;
  const object = tree.firstChild(receiver);
  const property = tree.childOfType(receiver, T.PropertyName);
  if (property < 0 || tree.typeOf(object) !== T.VariableName) return;
  const owner = classOfSelf(collector.scope, tree.textOf(object));
  const attribute = tree.textOf(property);
  if (owner)
    push(owner.attributeMutations, attribute, {
      receiver: object,
      node,
      values,
      keyNode,
      attribute,
      isElement: true,
      label,
    });
}

/** Node of `key` in `x[key]`; undefined for slices and tuples. */
function elementKey(tree: SyntaxTree, member: number): number | undefined {
  const bracket = tree.childOfType(member, T['[']);
  if (bracket < 0) return undefined;
  const key = tree.nextSibling(bracket);
  const close = key >= 0 ? tree.nextSibling(key) : -1;
  return close >= 0 && tree.typeOf(close) === T[']'] && !isToken[tree.typeOf(key)] ? key : undefined;
}

/** Values of all arguments, without their keywords. */
function argumentValues(tree: SyntaxTree, list: number): number[] {
  const values: number[] = [];
  if (tree.childOfType(list, T.for) >= 0) {
    const element = firstExpression(tree, list);
    return element === undefined ? [] : [element];
  }
  for (let child = tree.firstChild(list); child >= 0; child = tree.nextSibling(child)) {
    const next = tree.nextSibling(child);
    const isKeyword = next >= 0 && tree.typeOf(next) === T.AssignOp && tree.typeOf(child) === T.VariableName;
    if (!isToken[tree.typeOf(child)] && !isKeyword) values.push(child);
  }
  return values;
}
