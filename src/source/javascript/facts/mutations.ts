import { T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import type { Mutation } from './records';

/** Methods that put values into what they are called on; the number is the position of the first that goes in. */
const ADDS: Readonly<Record<string, number>> = {
  add: 0, append: 0, push: 0, set: 1, splice: 2, unshift: 0, write: 0, fill: 0,
}; // prettier-ignore

/** The variable (or `this`) and the property of it that a place belongs to: `x`, `x.items`, `this.items`. */
interface Place {
  readonly receiver: number;
  readonly property: string | undefined;
}

function placeOf(tree: SyntaxTree, node: number): Place | undefined {
  const type = tree.typeOf(node);
  if (type === T.VariableName) return { receiver: node, property: undefined };
  if (type !== T.MemberExpression) return undefined;
  const object = tree.firstChild(node);
  const objectType = tree.typeOf(object);
  const name = propertyOf(tree, node);
  if (name === undefined || (objectType !== T.VariableName && objectType !== T.this)) return undefined;
  return { receiver: object, property: name };
}

/** The name behind the dot. */
export function propertyOf(tree: SyntaxTree, member: number): string | undefined {
  let found: string | undefined;
  for (let child = tree.firstChild(member); child >= 0; child = tree.nextSibling(child)) {
    const type = tree.typeOf(child);
    if (type === T.PropertyName || type === T.PrivatePropertyName) found = tree.textOf(child);
    else if (type === T['[']) return undefined;
  }
  return found;
}

/** `x.push(v)`, `x.set(k, v)`, `Object.assign(x, v)`. */
export function readAddingCall(tree: SyntaxTree, call: number): Mutation | undefined {
  const callee = tree.firstChild(call);
  if (tree.typeOf(callee) !== T.MemberExpression) return undefined;
  const method = propertyOf(tree, callee);
  const list = tree.childOfType(call, T.ArgList);
  if (method === undefined || list < 0) return undefined;
  const object = tree.firstChild(callee);
  const given = tree.expressions(list);
  if (method === 'assign' && tree.textOf(object) === 'Object') {
    const place = given[0] === undefined ? undefined : placeOf(tree, given[0]);
    return (
      place && {
        ...place,
        node: call,
        values: given.slice(1),
        keyNode: undefined,
        isElement: false,
        label: added(tree, place),
      }
    );
  }
  const from = Object.hasOwn(ADDS, method) ? ADDS[method] : undefined;
  const place = from === undefined ? undefined : placeOf(tree, object);
  if (from === undefined || !place) return undefined;
  const isKeyed = (method === 'append' || method === 'set') && given.length > 1;
  return {
    ...place,
    node: call,
    values: given.slice(isKeyed ? 1 : from),
    keyNode: isKeyed ? given[0] : undefined,
    isElement: true,
    label: added(tree, place),
  };
}

/** `x.k = v`, `x[k] = v`, `this.items[k] = v`; a field itself (`this.k = v`) is a definition of the class. */
export function readElementAssignment(tree: SyntaxTree, target: number, value: number): Mutation | undefined {
  if (tree.typeOf(target) !== T.MemberExpression) return undefined;
  const object = tree.firstChild(target);
  const bracket = tree.childOfType(target, T['[']);
  const name = bracket < 0 ? propertyOf(tree, target) : undefined;
  if (tree.typeOf(object) === T.this && bracket < 0) return undefined;
  const place = placeOf(tree, object);
  if (!place) return undefined;
  if (bracket >= 0) {
    const keyNode = tree.nextSibling(bracket);
    return {
      ...place,
      node: target,
      values: [value],
      keyNode,
      isElement: true,
      label: `set in ${quoted(tree, place)}`,
    };
  }
  if (name === undefined || place.property !== undefined) return undefined;
  return {
    receiver: place.receiver,
    property: name,
    node: target,
    values: [value],
    keyNode: undefined,
    isElement: false,
    label: `set as \`${tree.textOf(target)}\``,
  };
}

function added(tree: SyntaxTree, place: Place): string {
  return `added to ${quoted(tree, place)}`;
}

function quoted(tree: SyntaxTree, { receiver, property }: Place): string {
  return `\`${tree.textOf(receiver)}${property === undefined ? '' : `.${property}`}\``;
}
