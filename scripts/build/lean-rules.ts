import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'esbuild';
import ts from 'typescript';
import { deflated, inflatedText } from './compressed-core';

const RULES = /src[\\/]analysis[\\/]rules[\\/][^\\/]+\.ts$/;

/** Texts are read when somebody asks for an explanation. */
const TEXTS: readonly string[] = ['what', 'why', 'fix'];
/** Stays in the source, so that a bundle can be read by a person. */
const KEPT: readonly string[] = ['id'];

/**
 * Makes the rules of a bundle lean. Examples are for pages and tests and are left out; the texts of all rules become one
 * compressed piece, from which each is read on first use.
 */
export const leanRules: Plugin = leanRulesWith(
  [`import texts from 'rule-texts-deflated';`],
  '(allTexts ??= inflated(texts))[rule][key]',
);

/** The same for a bundle that explains nothing to anybody. */
export const rulesWithoutTexts: Plugin = leanRulesWith([], `''`);

function leanRulesWith(imports: readonly string[], textOfRule: string): Plugin {
  return {
  name: 'lean-rules',
  setup(build) {
    build.onLoad({ filter: RULES }, ({ path }) => {
      const { source, texts } = leanRule(readFileSync(path, 'utf8'), basename(path, '.ts'));
      const head = texts.length > 0 ? `import { ruleFacts, ruleText } from 'rule-texts';\n` : '';
      return { contents: head + source, loader: 'ts' };
    });
    build.onResolve({ filter: /^rule-texts$/ }, ({ path }) => ({ path, namespace: 'rule-texts' }));
    build.onLoad({ filter: /.*/, namespace: 'rule-texts' }, () => ({
      contents: [
        inflatedText(build.initialOptions),
        ...imports,
        `import facts from 'rule-facts-deflated';`,
        'const inflated = (bytes) => JSON.parse(inflatedText(bytes));',
        'const allFacts = inflated(facts);',
        'let allTexts;',
        'export const ruleFacts = (rule) => allFacts[rule];',
        `export const ruleText = (rule, key) => ${textOfRule};`,
      ].join('\n'),
      loader: 'js',
      resolveDir: __dirname,
    }));
    build.onResolve({ filter: /^rule-(?:texts|facts)-deflated$/ }, ({ path }) => ({ path, namespace: 'deflated-rules' }));
    build.onLoad({ filter: /.*/, namespace: 'deflated-rules' }, ({ path }) => ({
      contents: deflated(JSON.stringify(ofAllRules(path === 'rule-texts-deflated' ? 'texts' : 'facts'))),
      loader: 'binary',
    }));
  },
  };
}

function ofAllRules(part: 'texts' | 'facts'): Readonly<Record<string, object>> {
  const folder = join(__dirname, '../../src/analysis/rules');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.includes('.generated.'));
  return Object.fromEntries(
    files.map((name) => {
      const id = basename(name, '.ts');
      return [id, Object.fromEntries(leanRule(readFileSync(join(folder, name), 'utf8'), id)[part])];
    }),
  );
}

export interface LeanRule {
  readonly source: string;
  readonly texts: readonly (readonly [string, string])[];
  readonly facts: readonly (readonly [string, unknown])[];
}

/**
 * A rule's source with its examples emptied, its texts replaced by what reads them, and its facts by what has them. Only what is
 * written out in the rule's own object is taken: what is put together stays where it is.
 */
export function leanRule(source: string, id: string): LeanRule {
  const file = ts.createSourceFile('rule.ts', source, ts.ScriptTarget.Latest, true);
  const texts: (readonly [string, string])[] = [];
  const facts: (readonly [string, unknown])[] = [];
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const name = JSON.stringify(id);
  for (const property of ruleProperties(file)) {
    const key = property.name.getText(file);
    const start = property.getStart(file);
    const { initializer, end } = property;
    const value = key === 'examples' || KEPT.includes(key) ? undefined : literal(initializer);
    if (key === 'examples') edits.push({ start, end, text: 'examples: { bad: [], good: [] }' });
    else if (KEPT.includes(key)) edits.push({ start, end, text: `${source.slice(start, end)}, ...ruleFacts(${name})` });
    else if (typeof value === 'string' && TEXTS.includes(key)) {
      texts.push([key, value]);
      edits.push({ start, end, text: `get ${key}() { return ruleText(${name}, '${key}'); }` });
    } else if (value !== undefined) {
      facts.push([key, value]);
      edits.push({ start, end, text: '' });
    }
  }
  const lean = edits.reduceRight(
    (text, edit) => text.slice(0, edit.start) + edit.text + withoutComma(text.slice(edit.end), edit.text === ''),
    source,
  );
  return { source: lean, texts, facts };
}

function withoutComma(text: string, isGone: boolean): string {
  return isGone ? text.replace(/^\s*,/u, '') : text;
}

/** What an expression is that is written out: text (also joined with `+`), number, truth value, lists and objects of them. */
function literal(node: ts.Expression): unknown {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const sides = [literal(node.left), literal(node.right)];
    return sides.every((side) => typeof side === 'string') ? sides.join('') : undefined;
  }
  if (ts.isArrayLiteralExpression(node)) {
    const items = node.elements.map(literal);
    return items.includes(undefined) ? undefined : items;
  }
  if (ts.isObjectLiteralExpression(node)) {
    const entries = node.properties.map((property) =>
      ts.isPropertyAssignment(property) && !ts.isComputedPropertyName(property.name)
        ? ([property.name.getText().replace(/^['"]|['"]$/gu, ''), literal(property.initializer)] as const)
        : (['', undefined] as const),
    );
    return entries.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(entries);
  }
  return undefined;
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
