import { T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import type { ClassRecord, FunctionRecord, ParameterRecord } from './records';

/** Whether a node is a function of any kind. */
export function isFunctionNode(tree: SyntaxTree, node: number): boolean {
  const type = tree.typeOf(node);
  if (
    type === T.FunctionDeclaration ||
    type === T.FunctionExpression ||
    type === T.ArrowFunction ||
    type === T.MethodDeclaration
  )
    return true;
  return type === T.Property && tree.childOfType(node, T.ParamList) >= 0;
}

/** Reads a function's head. What it returns is collected as its body is walked. */
export function readFunction(
  tree: SyntaxTree,
  node: number,
  owner: ClassRecord | undefined,
  decorators: readonly number[],
): FunctionRecord {
  const nameNode = nameNodeOf(tree, node);
  const isMember = tree.typeOf(node) === T.MethodDeclaration || tree.typeOf(node) === T.Property;
  const has = (type: number): boolean => tree.childOfType(node, type) >= 0;
  const accessor = isMember && has(T.get) ? 'getter' : has(T.set) && isMember ? 'setter' : undefined;
  const parent = tree.parentOf(node);
  return {
    node,
    name: nameNode < 0 ? '' : plainName(tree, nameNode),
    nameNode,
    kind: accessor ?? (tree.typeOf(node) === T.MethodDeclaration ? 'method' : 'function'),
    isAsync: has(T.async),
    isStatic: has(T.static),
    owner,
    decorators,
    parameters: readParameters(tree, node),
    returns: arrowResult(tree, node),
    isExported: isExported(tree, tree.typeOf(node) === T.FunctionDeclaration ? node : parent),
  };
}

/** The function's own name, or that of the variable, property or field it is given to. */
function nameNodeOf(tree: SyntaxTree, node: number): number {
  const isMember = tree.typeOf(node) === T.MethodDeclaration || tree.typeOf(node) === T.Property;
  for (let child = tree.firstChild(node); child >= 0; child = tree.nextSibling(child)) {
    const type = tree.typeOf(child);
    if (type === T.ParamList || type === T.Arrow) break;
    if (type === T.VariableDefinition) {
      if (tree.typeOf(node) !== T.ArrowFunction) return child;
      break;
    }
    if (
      isMember &&
      (type === T.PropertyDefinition || type === T.PrivatePropertyDefinition || type === T.String)
    )
      return child;
  }
  return isMember ? -1 : targetName(tree, node);
}

/** The name in front of `=` or `:` before a value; calls around it (`useCallback(() => ...)`) do not matter. */
export function targetName(tree: SyntaxTree, value: number): number {
  let at = value;
  for (let parent = tree.parentOf(at); parent >= 0; parent = tree.parentOf(at)) {
    const type = tree.typeOf(parent);
    if (type === T.ParenthesizedExpression || type === T.AwaitExpression || type === T.BinaryExpression) {
      at = parent;
      continue;
    }
    if (type === T.ArgList && tree.typeOf(tree.parentOf(parent)) === T.CallExpression && at === value) {
      const first = tree.firstExpression(parent);
      if (first !== value) return -1;
      at = tree.parentOf(parent);
      continue;
    }
    let before = tree.previousSibling(at);
    while (before >= 0 && (tree.typeOf(before) === T.TypeAnnotation || isComment(tree, before)))
      before = tree.previousSibling(before);
    const sign = tree.typeOf(before);
    if (before < 0 || (sign !== T.Equals && sign !== T[':'] && sign !== T.UpdateOp)) return -1;
    if (type === T.ConditionalExpression) return -1;
    before = tree.previousSibling(before);
    while (before >= 0 && (tree.typeOf(before) === T.TypeAnnotation || tree.typeOf(before) === T.Optional))
      before = tree.previousSibling(before);
    return before < 0 ? -1 : lastName(tree, before);
  }
  return -1;
}

function lastName(tree: SyntaxTree, node: number): number {
  switch (tree.typeOf(node)) {
    case T.VariableDefinition:
    case T.VariableName:
    case T.PropertyDefinition:
    case T.PrivatePropertyDefinition:
    case T.PropertyName:
    case T.String:
    case T.JSXIdentifier:
      return node;
    case T.MemberExpression: {
      let last = -1;
      for (const child of tree.children(node)) {
        const type = tree.typeOf(child);
        if (type === T.PropertyName || type === T.PrivatePropertyName || type === T.String) last = child;
      }
      return last;
    }
    default:
      return -1;
  }
}

/** A name without the quotes of a string or the sign of a private field. */
export function plainName(tree: SyntaxTree, node: number): string {
  const text = tree.textOf(node);
  return tree.typeOf(node) === T.String ? text.slice(1, -1) : text;
}

function readParameters(tree: SyntaxTree, node: number): ParameterRecord[] {
  const list = tree.childOfType(node, T.ParamList);
  if (list < 0) {
    const only = tree.typeOf(node) === T.ArrowFunction ? tree.childOfType(node, T.VariableDefinition) : -1;
    return only < 0 ? [] : [parameter(tree, only, {})];
  }
  const found: ParameterRecord[] = [];
  let target = -1;
  let given: Given = {};
  const flush = (): void => {
    if (target >= 0) found.push(parameter(tree, target, given));
    target = -1;
    given = {};
  };
  for (let child = tree.firstChild(list); child >= 0; child = tree.nextSibling(child)) {
    switch (tree.typeOf(child)) {
      case T[',']:
        flush();
        break;
      case T.Spread:
        given.isRest = true;
        break;
      case T.Decorator:
        (given.decorators ??= []).push(child);
        break;
      case T.TypeAnnotation:
        given.annotation = child;
        break;
      case T.VariableDefinition:
      case T.ObjectPattern:
      case T.ArrayPattern:
        target = child;
        break;
      case T.Equals:
        given.default = tree.nextSibling(child);
        break;
      default:
    }
  }
  flush();
  return found;
}

interface Given {
  isRest?: boolean;
  decorators?: number[];
  annotation?: number;
  default?: number;
}

function parameter(tree: SyntaxTree, node: number, given: Given): ParameterRecord {
  const isPattern = tree.typeOf(node) !== T.VariableDefinition;
  const { annotation, default: value = -1, decorators = [], isRest = false } = given;
  return {
    node,
    name: tree.textOf(node).replaceAll(/\s+/gu, ' ').slice(0, 80),
    isRest,
    isPattern,
    annotation,
    default: value < 0 ? undefined : value,
    decorators,
    end: Math.max(
      tree.endOf(node),
      annotation === undefined ? 0 : tree.endOf(annotation),
      value < 0 ? 0 : tree.endOf(value),
    ),
  };
}

/** `x => value` returns its value. */
function arrowResult(tree: SyntaxTree, node: number): number[] {
  if (tree.typeOf(node) !== T.ArrowFunction) return [];
  const arrow = tree.childOfType(node, T.Arrow);
  const body = arrow < 0 ? -1 : tree.nextSibling(arrow);
  return body < 0 || tree.typeOf(body) === T.Block ? [] : [body];
}

function isExported(tree: SyntaxTree, node: number): boolean {
  for (let at = node; at >= 0; at = tree.parentOf(at)) {
    const type = tree.typeOf(at);
    if (type === T.ExportDeclaration) return true;
    if (type === T.AssignmentExpression) return /^(?:module\.)?exports\b/u.test(tree.textOf(at).slice(0, 40));
    if (type === T.Block || type === T.ClassBody) return false;
  }
  return false;
}

function isComment(tree: SyntaxTree, node: number): boolean {
  const type = tree.typeOf(node);
  return type === T.BlockComment || type === T.LineComment;
}
