import { T } from '../syntax/node-types';
import type { Collector } from './collector';
import { propertyOf, readElementAssignment } from './mutations';
import { boundNames } from './patterns';
import { push, type Scope, type ValueDefinition } from './records';

/** A value on its way to the names that it is bound to. */
type Bound = Pick<ValueDefinition, 'source' | 'value' | 'annotation' | 'operator'>;

function bindValue(
  collector: Collector,
  target: number,
  bound: Bound,
  scopeOf: (name: string) => Scope,
): void {
  const { tree } = collector;
  // A loop's variable has its value from the loop's head on; a variable from behind its value.
  const effect =
    bound.source === 'assignment' || bound.source === 'augmented' ? tree.afterOf(bound.value) : target;
  for (const { node, name, path, fallback } of boundNames(tree, target)) {
    collector.define(scopeOf(name), { kind: 'value', name, node, effect, path, fallback, ...bound });
  }
}

/** `const a = 1, { b } = c;` */
export function collectDeclaration(collector: Collector, node: number): void {
  const { tree } = collector;
  const isVar = tree.childOfType(node, T.var) >= 0;
  const scope = isVar ? collector.functionScope : collector.scope;
  let target = -1;
  let annotation: number | undefined;
  let value = -1;
  const flush = (): void => {
    if (target >= 0 && value >= 0) {
      bindValue(
        collector,
        target,
        { source: 'assignment', value, annotation, operator: undefined },
        () => scope,
      );
    } else if (target >= 0) {
      for (const { node: bound, name } of boundNames(tree, target)) {
        const base = { name, node: bound, effect: bound };
        if (annotation !== undefined) collector.define(scope, { ...base, kind: 'annotation', annotation });
        // A name that is given its value further down is known here, and has no value yet.
        else if (!scope.definitions.has(name)) scope.definitions.set(name, []);
      }
    }
    target = value = -1;
    annotation = undefined;
  };
  for (let child = tree.firstChild(node); child >= 0; child = tree.nextSibling(child)) {
    switch (tree.typeOf(child)) {
      case T[',']:
        flush();
        break;
      case T.VariableDefinition:
      case T.ObjectPattern:
      case T.ArrayPattern:
        target = child;
        break;
      case T.TypeAnnotation:
        annotation = child;
        break;
      case T.Equals:
        value = nextExpression(collector, child);
        child = value < 0 ? child : value;
        break;
      default:
    }
  }
  flush();
}

function nextExpression({ tree }: Collector, node: number): number {
  let at = tree.nextSibling(node);
  while (at >= 0 && (tree.typeOf(at) === T.LineComment || tree.typeOf(at) === T.BlockComment))
    at = tree.nextSibling(at);
  return at;
}

/** `a = b`, `a += b`, `{ a } = b`, `this.a = b`, `a.b = c`, `module.exports.f = g`. */
export function collectAssignment(collector: Collector, node: number): void {
  const { tree } = collector;
  const target = tree.firstExpression(node);
  const value = tree.lastExpression(node);
  if (target < 0 || value <= target) return;
  const update = tree.childOfType(node, T.UpdateOp);
  const operator = update < 0 ? undefined : tree.textOf(update).slice(0, -1);
  const source = operator === '+' ? 'augmented' : 'assignment';
  const bound: Bound = { source, value, annotation: undefined, operator };
  if (tree.typeOf(target) === T.MemberExpression) return collectMember(collector, target, bound);
  bindValue(collector, target, bound, (name) => collector.scopeOf(name));
}

function collectMember(collector: Collector, target: number, bound: Bound): void {
  const { tree, owner } = collector;
  const object = tree.firstChild(target);
  const name = propertyOf(tree, target);
  if (tree.typeOf(object) === T.this && name !== undefined && owner) {
    const node = tree.lastExpression(target);
    push(owner.members, name, {
      kind: 'value',
      name,
      node,
      effect: 0,
      path: [],
      fallback: undefined,
      ...bound,
    });
    return;
  }
  collector.addMutation(readElementAssignment(tree, target, bound.value));
}

/** `for (const x of y)`, `for (const k in y)`. */
export function collectLoop(collector: Collector, node: number): void {
  const { tree } = collector;
  const isOf = tree.typeOf(node) === T.ForOfSpec;
  const word = tree.childOfType(node, isOf ? T.of : T.in);
  const value = word < 0 ? -1 : nextExpression(collector, word);
  const target = tree.children(node).find((child) => {
    const type = tree.typeOf(child);
    return (
      child < word &&
      (type === T.VariableDefinition ||
        type === T.VariableName ||
        type === T.ObjectPattern ||
        type === T.ArrayPattern)
    );
  });
  if (target === undefined || value < 0) return;
  const isDeclared = tree.typeOf(target) !== T.VariableName;
  const bound: Bound = { source: isOf ? 'loop' : 'keys', value, annotation: undefined, operator: undefined };
  bindValue(collector, target, bound, (name) => (isDeclared ? collector.scope : collector.scopeOf(name)));
}
