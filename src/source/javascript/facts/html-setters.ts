import { T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import { propertyOf } from './mutations';

/** Properties whose value a page takes as HTML when they are set. */
const PROPERTIES = new Set(['innerHTML', 'outerHTML', 'srcdoc']);
const ATTRIBUTES = new Set(['dangerouslySetInnerHTML', 'srcDoc', 'innerHTML', 'set:html']);

/**
 * Places that take HTML without being a call. Rules see them as one, so that they are sinks like any other:
 * `element.innerHTML = value` as `<set>.innerHTML(value)`, `dangerouslySetInnerHTML={{ __html: value }}` as
 * `<jsx>.dangerouslySetInnerHTML(value)`.
 */
export function isHtmlSetter(tree: SyntaxTree, node: number): boolean {
  if (tree.typeOf(node) === T.JSXAttribute) return ATTRIBUTES.has(attributeName(tree, node));
  const target = tree.firstExpression(node);
  if (target < 0 || tree.typeOf(target) !== T.MemberExpression) return false;
  return PROPERTIES.has(propertyOf(tree, target) ?? '');
}

/** The name the rules know the place by. */
export function setterName(tree: SyntaxTree, node: number): string {
  if (tree.typeOf(node) === T.JSXAttribute) return `<jsx>.${attributeName(tree, node)}`;
  return `<set>.${propertyOf(tree, tree.firstExpression(node)) ?? ''}`;
}

/** The node of the value; -1 when there is none. */
export function setterValue(tree: SyntaxTree, node: number): number {
  if (tree.typeOf(node) !== T.JSXAttribute) return tree.lastExpression(node);
  const braces = tree.childOfType(node, T.JSXEscape);
  if (braces < 0) return tree.childOfType(node, T.JSXAttributeValue);
  const value = tree.firstExpression(braces);
  if (value < 0 || tree.typeOf(value) !== T.ObjectExpression) return value;
  const property = tree
    .children(value)
    .find((child) => tree.textOf(child).replace(/^['"]/u, '').startsWith('__html'));
  return property === undefined ? value : tree.lastExpression(property);
}

function attributeName(tree: SyntaxTree, node: number): string {
  const name = tree.firstChild(node);
  return name < 0 ? '' : tree.textOf(name);
}
