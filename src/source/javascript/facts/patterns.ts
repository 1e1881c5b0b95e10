import { T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import { plainName } from './functions';
import type { BindingPath } from './records';

/** A name in a pattern and where in the value it is taken from. */
export interface BoundName {
  readonly node: number;
  readonly name: string;
  readonly path: BindingPath;
  readonly fallback: number | undefined;
}

/** The names that a target binds: a plain name, `{ a, b: [c] = d, ...rest }`, `[a, , b]`. */
export function boundNames(
  tree: SyntaxTree,
  target: number,
  path: BindingPath = [],
  fallback?: number,
): readonly BoundName[] {
  switch (tree.typeOf(target)) {
    case T.VariableDefinition:
    case T.VariableName:
      return [{ node: target, name: tree.textOf(target), path, fallback }];
    case T.ObjectPattern:
      return tree
        .children(target)
        .filter((child) => tree.typeOf(child) === T.PatternProperty)
        .flatMap((property) => ofProperty(tree, property, path));
    case T.ArrayPattern:
      return ofArray(tree, target, path);
    default:
      return [];
  }
}

function ofProperty(tree: SyntaxTree, property: number, path: BindingPath): readonly BoundName[] {
  let key: string | undefined;
  let target = -1;
  let fallback: number | undefined;
  let isRest = false;
  for (let child = tree.firstChild(property); child >= 0; child = tree.nextSibling(child)) {
    switch (tree.typeOf(child)) {
      case T.Spread:
        isRest = true;
        break;
      case T.PropertyName:
      case T.String:
      case T.Number:
        if (fallback === undefined) key = plainName(tree, child);
        break;
      case T.VariableDefinition:
      case T.ObjectPattern:
      case T.ArrayPattern:
        target = child;
        break;
      case T.Equals: {
        const value = tree.nextSibling(child);
        if (value >= 0) fallback = value;
        child = value < 0 ? child : value;
        break;
      }
      default:
    }
  }
  if (target < 0) return [];
  const isShort = tree.typeOf(target) === T.VariableDefinition && tree.childOfType(property, T[':']) < 0;
  const taken = isRest ? undefined : (key ?? (isShort ? tree.textOf(target) : '*'));
  return boundNames(tree, target, taken === undefined ? path : [...path, taken], fallback);
}

function ofArray(tree: SyntaxTree, pattern: number, path: BindingPath): readonly BoundName[] {
  const found: BoundName[] = [];
  let position = 0;
  let isRest = false;
  let target = -1;
  let fallback: number | undefined;
  const flush = (): void => {
    if (target >= 0) found.push(...boundNames(tree, target, isRest ? path : [...path, position], fallback));
    target = -1;
    fallback = undefined;
  };
  for (let child = tree.firstChild(pattern); child >= 0; child = tree.nextSibling(child)) {
    switch (tree.typeOf(child)) {
      case T[',']:
        flush();
        position++;
        break;
      case T.Spread:
        isRest = true;
        break;
      case T.VariableDefinition:
      case T.ObjectPattern:
      case T.ArrayPattern:
        target = child;
        break;
      case T.Equals: {
        const value = tree.nextSibling(child);
        if (value < 0) break;
        fallback = value;
        child = value;
        break;
      }
      default:
    }
  }
  flush();
  return found;
}
