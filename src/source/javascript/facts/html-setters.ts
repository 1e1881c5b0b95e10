import { T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import { propertyOf } from './mutations';

/** Properties whose value a page takes as HTML when they are set. */
const PROPERTIES = new Set(['innerHTML', 'outerHTML', 'srcdoc']);
const ATTRIBUTES = new Set(['dangerouslySetInnerHTML', 'srcDoc', 'innerHTML', 'set:html']);
/** The list of plugins with which react-markdown passes on the HTML that stands in its Markdown. */
const PLUGINS = 'rehypePlugins';

/**
 * Places that take HTML without being a call. Rules see them as one, so that they are sinks like any other:
 * `element.innerHTML = value` as `<set>.innerHTML(value)`, `dangerouslySetInnerHTML={{ __html: value }}` as
 * `<jsx>.dangerouslySetInnerHTML(value)`, `<Markdown rehypePlugins={[rehypeRaw]}>{value}</Markdown>` as `<jsx>.rehypePlugins(value)`.
 */
export function isHtmlSetter(tree: SyntaxTree, node: number): boolean {
  if (tree.typeOf(node) === T.JSXAttribute) {
    const name = attributeName(tree, node);
    return ATTRIBUTES.has(name) || (name === PLUGINS && passesHtml(tree.textOf(node)));
  }
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
  if (attributeName(tree, node) === PLUGINS) return onlyChild(tree, node);
  const braces = tree.childOfType(node, T.JSXEscape);
  if (braces < 0) return tree.childOfType(node, T.JSXAttributeValue);
  const value = tree.firstExpression(braces);
  if (value < 0 || tree.typeOf(value) !== T.ObjectExpression) return value;
  const property = tree
    .children(value)
    .find((child) => tree.textOf(child).replace(/^['"]/u, '').startsWith('__html'));
  return property === undefined ? value : tree.lastExpression(property);
}

/** Whether a list of plugins takes HTML over as it is. */
function passesHtml(plugins: string): boolean {
  return plugins.includes('rehypeRaw') && !/saniti[sz]e/iu.test(plugins);
}

/** The value between the tags of an attribute's element; -1 when there is none. */
function onlyChild(tree: SyntaxTree, attribute: number): number {
  const element = tree.parentOf(tree.parentOf(attribute));
  const braces = element < 0 ? -1 : tree.childOfType(element, T.JSXEscape);
  return braces < 0 ? -1 : tree.firstExpression(braces);
}

function attributeName(tree: SyntaxTree, node: number): string {
  const name = tree.firstChild(node);
  return name < 0 ? '' : tree.textOf(name);
}
