import { isToken, T } from '../syntax/node-types';
import type { Collect, Collector } from './collector';
import type { ValueSource } from './definition';
import { firstExpression } from './functions';
import { collectAttributeTarget, collectNamedAttribute } from './mutations';
import type { Scope } from './scope';

/** A value on its way to the targets that it is bound to. */
export interface Binding {
  readonly source: ValueSource;
  readonly value: readonly number[];
  readonly path: readonly number[];
  readonly scope: Scope;
  readonly annotation?: number | undefined;
  readonly operator?: string | undefined;
}

/** Binds the names in one target: a name, a tuple or list of targets, an attribute or an element. */
export function bindTarget(collector: Collector, target: number, binding: Binding): void {
  const { tree } = collector;
  switch (tree.typeOf(target)) {
    case T.VariableName:
      collector.define({
        kind: 'value',
        name: tree.textOf(target),
        node: target,
        scope: binding.scope,
        source: binding.source,
        value: binding.value,
        path: binding.path,
        annotation: binding.annotation,
        operator: binding.operator,
      });
      break;
    case T.ParenthesizedExpression: {
      const inner = firstExpression(tree, target);
      if (inner !== undefined) bindTarget(collector, inner, binding);
      break;
    }
    case T.TupleExpression:
    case T.ArrayExpression:
      bindTargets(collector, tree.children(target), binding, true);
      break;
    case T.MemberExpression:
      collectAttributeTarget(collector, target, binding);
      break;
    default:
  }
}

/** Binds `a, *b, c`. A single target without a comma takes the whole value unless `isTuple`. */
export function bindTargets(
  collector: Collector,
  nodes: readonly number[],
  binding: Binding,
  isTuple = nodes.some((node) => collector.tree.typeOf(node) === T[',']),
): void {
  const { tree } = collector;
  let index = 0;
  let isStarred = false;
  for (const node of nodes) {
    const type = tree.typeOf(node);
    if (type === T['*']) isStarred = true;
    if (isToken[type]) continue;
    bindTarget(collector, node, isTuple ? elementAt(binding, isStarred ? -1 : index) : binding);
    index++;
    // What stands behind a starred target cannot be counted from the front.
    if (isStarred) index = -1_000_000;
    isStarred = false;
  }
}

function elementAt(binding: Binding, position: number): Binding {
  const { source, value, path, scope, annotation, operator } = binding;
  return { source, value, path: [...path, position], scope, annotation, operator };
}

const collectAssignment: Collect = (collector, node) => {
  const { tree, scope } = collector;
  const groups: number[][] = [[]];
  let annotation: number | undefined;
  for (const child of tree.children(node)) {
    if (tree.typeOf(child) === T.AssignOp) groups.push([]);
    else if (tree.typeOf(child) === T.TypeDef) annotation = firstExpression(tree, child);
    else groups.at(-1)?.push(child);
  }
  const value = groups.length > 1 ? groups.pop() : undefined;
  if (value && value.length > 0) {
    for (const targets of groups) {
      bindTargets(collector, targets, { source: 'assignment', value, path: [], scope, annotation });
    }
  } else if (annotation !== undefined) {
    const target = groups[0]?.[0];
    if (target !== undefined && tree.typeOf(target) === T.VariableName) {
      collector.define({ kind: 'annotation', name: tree.textOf(target), node: target, scope, annotation });
    }
  }
};

const collectUpdate: Collect = (collector, node) => {
  const { tree, scope } = collector;
  const children = tree.children(node);
  const at = children.findIndex((child) => tree.typeOf(child) === T.UpdateOp);
  const target = children[0];
  if (at < 1 || target === undefined) return;
  const operator = tree.textOf(children[at] ?? 0).slice(0, -1);
  const value = children.slice(at + 1);
  if (value.length > 0)
    bindTarget(collector, target, { source: 'augmented', value, path: [], scope, operator });
};

const collectWalrus: Collect = (collector, node) => {
  const { tree } = collector;
  const [target, value] = tree.children(node).filter((child) => !isToken[tree.typeOf(child)]);
  let scope = collector.scope;
  while (scope.kind === 'comprehension' && scope.parent) scope = scope.parent;
  if (target !== undefined && value !== undefined) {
    bindTarget(collector, target, { source: 'assignment', value: [value], path: [], scope });
  }
};

const collectFor: Collect = (collector, node) => {
  const { tree, scope } = collector;
  const children = tree.children(node);
  const start = children.findIndex((child) => tree.typeOf(child) === T.for);
  const middle = children.findIndex((child) => tree.typeOf(child) === T.in);
  const end = children.findIndex((child) => tree.typeOf(child) === T.Body);
  if (middle < 0) return;
  const value = children.slice(middle + 1, end < 0 ? undefined : end);
  bindTargets(collector, children.slice(start + 1, middle), { source: 'loop', value, path: [], scope });
};

const collectWith: Collect = (collector, node) => {
  const { tree, scope } = collector;
  let manager: number | undefined;
  let isTarget = false;
  for (const child of tree.children(node)) {
    const type = tree.typeOf(child);
    if (type === T.as) isTarget = true;
    else if (type === T[',']) manager = undefined;
    else if (!isToken[type] && type !== T.Body) {
      if (isTarget && manager !== undefined) {
        bindWithTarget(collector, child, { source: 'with', value: [manager], path: [], scope });
      } else manager = child;
      isTarget = false;
    }
  }
};

/** The grammar reads any target of `with` as one name; its text says what it is. */
function bindWithTarget(collector: Collector, target: number, binding: Binding): void {
  const { tree } = collector;
  const text = tree.textOf(target);
  const [object, attribute, ...more] = text.split('.');
  if (/^\w+$/.test(text)) bindTarget(collector, target, binding);
  else if (text.startsWith('(')) {
    for (const [name] of text.matchAll(/(?<!\.)\b[A-Za-z_]\w*\b(?!\.)/g)) {
      collector.define({ kind: 'opaque', name, node: target, scope: binding.scope });
    }
  } else if (object && attribute && more.length === 0) {
    collectNamedAttribute(collector, { object, attribute, node: target }, binding);
  }
}

const collectTry: Collect = (collector, node) => {
  const { tree, scope } = collector;
  let afterAs = false;
  for (const child of tree.children(node)) {
    const type = tree.typeOf(child);
    if (afterAs && type === T.VariableName) {
      collector.define({ kind: 'opaque', name: tree.textOf(child), node: child, scope });
    }
    afterAs = type === T.as;
  }
};

const collectScopeDeclaration: Collect = (collector, node) => {
  const { tree, scope } = collector;
  const children = tree.children(node);
  const kind = tree.typeOf(children[0] ?? 0) === T.global ? 'global' : 'nonlocal';
  for (const child of children) {
    if (tree.typeOf(child) === T.VariableName) scope.redirect(tree.textOf(child), kind);
  }
};

/** Names that a pattern, `type X = ...` or a type parameter binds: known to exist, not followed. */
const collectOpaqueName: Collect = (collector, node) => {
  const { tree, scope } = collector;
  const children = tree.children(node).filter((child) => tree.typeOf(child) === T.VariableName);
  const name = tree.typeOf(node) === T.AsPattern ? children.at(-1) : children[0];
  if (name !== undefined && tree.textOf(name) !== '_') {
    collector.define({ kind: 'opaque', name: tree.textOf(name), node: name, scope });
  }
};

const collectReturn: Collect = (collector, node) => {
  const { tree } = collector;
  const owner = functionAround(collector.scope);
  const values = tree.children(node).filter((child) => !RETURN_WORDS.has(tree.typeOf(child)));
  if (owner && values.length > 0) owner.returns.push(values);
};

const RETURN_WORDS = new Set([T.return, T.yield, T.from, T['⚠']]);

function functionAround(start: Scope) {
  let scope: Scope | undefined = start;
  while (scope?.kind === 'comprehension') scope = scope.parent;
  return scope?.owner?.kind === 'function' ? scope.owner : undefined;
}

/** Statements and expressions that bind names, by node type. */
export const bindingStatements: readonly (readonly [number, Collect])[] = [
  [T.AssignStatement, collectAssignment],
  [T.UpdateStatement, collectUpdate],
  [T.NamedExpression, collectWalrus],
  [T.ForStatement, collectFor],
  [T.WithStatement, collectWith],
  [T.TryStatement, collectTry],
  [T.ScopeStatement, collectScopeDeclaration],
  [T.CapturePattern, collectOpaqueName],
  [T.AsPattern, collectOpaqueName],
  [T.TypeDefinition, collectOpaqueName],
  [T.TypeParam, collectOpaqueName],
  [T.ReturnStatement, collectReturn],
  [T.YieldStatement, collectReturn],
  [T.YieldExpression, collectReturn],
];
