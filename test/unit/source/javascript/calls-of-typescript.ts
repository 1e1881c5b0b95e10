import ts from 'typescript';
import { JavaScriptFrontEnd } from '../../../../src/source/javascript/javascript-front-end';

/** Where calls begin and end, as TypeScript's own parser reads a text: calls, `new`, tagged templates. */
export function callsByTypeScript(text: string, path: string): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isCall =
      ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node);
    if (isCall) found.push(`${node.getStart(file)}-${node.end}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.sort();
}

/** The same as the front end reads them; places that take HTML are calls only there. */
export function callsByFrontEnd(text: string, path: string): readonly string[] {
  const language = /\.[cm]?tsx?$/u.test(path) ? 'typescript' : 'javascript';
  const { calls } = new JavaScriptFrontEnd(language).parse(text).model;
  return calls
    .filter(({ names }) => !names.some((name) => /^<(?:set|jsx)>/u.test(name)))
    .map(({ range }) => `${range.start}-${range.end}`)
    .sort();
}

/** How many calls one has that the other has not. */
export function difference(
  left: readonly string[],
  right: readonly string[],
): { readonly missing: readonly string[]; readonly extra: readonly string[] } {
  const [inLeft, inRight] = [new Set(left), new Set(right)];
  return {
    missing: left.filter((one) => !inRight.has(one)),
    extra: right.filter((one) => !inLeft.has(one)),
  };
}
