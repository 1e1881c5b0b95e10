import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'esbuild';
import ts from 'typescript';
import { deflated } from './compressed-core';

const RULES = /src[\\/]analysis[\\/]rules[\\/][^\\/]+\.ts$/;

/** What a bundle carries compressed: it is read when somebody asks for an explanation. */
const TEXTS: readonly string[] = ['what', 'why', 'fix'];

/**
 * Makes the rules of a bundle lean. Examples are for pages and tests and are left out; the texts of all rules become one
 * compressed piece, from which each is read on first use.
 */
export const leanRules: Plugin = {
  name: 'lean-rules',
  setup(build) {
    build.onLoad({ filter: RULES }, ({ path }) => {
      const { source, texts } = leanRule(readFileSync(path, 'utf8'), basename(path, '.ts'));
      const head = texts.length > 0 ? `import { ruleText } from 'rule-texts';\n` : '';
      return { contents: head + source, loader: 'ts' };
    });
    build.onResolve({ filter: /^rule-texts$/ }, ({ path }) => ({ path, namespace: 'rule-texts' }));
    build.onLoad({ filter: /.*/, namespace: 'rule-texts' }, () => ({
      contents: [
        `import { inflateSync, strFromU8 } from 'fflate';`,
        `import bytes from 'rule-texts-deflated';`,
        'let texts;',
        'export const ruleText = (rule, key) => (texts ??= JSON.parse(strFromU8(inflateSync(bytes))))[rule][key];',
      ].join('\n'),
      loader: 'js',
      resolveDir: __dirname,
    }));
    build.onResolve({ filter: /^rule-texts-deflated$/ }, ({ path }) => ({ path, namespace: 'deflated-texts' }));
    build.onLoad({ filter: /.*/, namespace: 'deflated-texts' }, () => ({
      contents: deflated(JSON.stringify(allTexts())),
      loader: 'binary',
    }));
  },
};

type Texts = Readonly<Record<string, string>>;

function allTexts(): Readonly<Record<string, Texts>> {
  const folder = join(__dirname, '../../src/analysis/rules');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.includes('.generated.'));
  return Object.fromEntries(
    files.map((name) => {
      const id = basename(name, '.ts');
      const { texts } = leanRule(readFileSync(join(folder, name), 'utf8'), id);
      return [id, Object.fromEntries(texts)];
    }),
  );
}

/**
 * A rule's source with its examples emptied and its texts replaced by what reads them, and the texts. Only literals of the
 * rule's own object are taken: a text that is put together stays where it is.
 */
export function leanRule(
  source: string,
  id: string,
): { readonly source: string; readonly texts: readonly (readonly [string, string])[] } {
  const file = ts.createSourceFile('rule.ts', source, ts.ScriptTarget.Latest, true);
  const texts: (readonly [string, string])[] = [];
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const property of ruleProperties(file)) {
    const key = property.name.getText(file);
    const { initializer } = property;
    const start = property.getStart(file);
    const { end } = property;
    if (key === 'examples') edits.push({ start, end, text: 'examples: { bad: [], good: [] }' });
    const text = TEXTS.includes(key) ? literalText(initializer) : undefined;
    if (text === undefined) continue;
    texts.push([key, text]);
    edits.push({ start, end, text: `get ${key}() { return ruleText(${JSON.stringify(id)}, '${key}'); }` });
  }
  const lean = edits.reduceRight((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
  return { source: lean, texts };
}

/** The text of a literal, or of literals that are joined with `+`. */
function literalText(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const left = literalText(node.left);
  const right = literalText(node.right);
  return left === undefined || right === undefined ? undefined : left + right;
}

/** The properties of the object that is exported as `rule`. */
function ruleProperties(file: ts.SourceFile): readonly ts.PropertyAssignment[] {
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const [declaration] = statement.declarationList.declarations;
    if (declaration?.name.getText(file) !== 'rule' || !declaration.initializer) continue;
    if (!ts.isObjectLiteralExpression(declaration.initializer)) continue;
    return declaration.initializer.properties.filter(ts.isPropertyAssignment);
  }
  return [];
}
