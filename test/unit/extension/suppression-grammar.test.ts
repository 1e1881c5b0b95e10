import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

const INJECTION = 'mlsecops.suppression.injection';
const grammarFile = join(import.meta.dirname, '../../../syntaxes/suppression.injection.tmLanguage.json');

/** Comments and strings as the Python grammar of VS Code names them; all that the injection depends on. */
const PYTHON = JSON.stringify({
  scopeName: 'source.python',
  patterns: [
    { name: 'string.quoted.double.python', begin: '"', end: '"' },
    { name: 'comment.line.number-sign.python', begin: '#', end: '$\\n?' },
  ],
});

let grammar: IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    getInjections: (scope) => (scope === 'source.python' ? [INJECTION] : []),
    loadGrammar: (scope) => {
      const injected = scope === INJECTION;
      const raw = injected
        ? parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile)
        : parseRawGrammar(PYTHON, 'python.json');
      return Promise.resolve(raw);
    },
  });
  const loaded = await registry.loadGrammar('source.python');
  if (!loaded) throw new Error('the grammar could not be loaded');
  grammar = loaded;
});

/** The texts of a line that got one of our scopes, with that scope. */
function highlighted(line: string): readonly (readonly [string, string])[] {
  return grammar.tokenizeLine(line, INITIAL).tokens.flatMap(({ startIndex, endIndex, scopes }) => {
    const scope = scopes.at(-1) ?? '';
    return scope.endsWith('.mlsecops')
      ? [[line.slice(startIndex, endIndex), scope.replace('.mlsecops', '')] as const]
      : [];
  });
}

describe('suppression comments', () => {
  test('are highlighted with their rules and reason', () => {
    expect(
      highlighted('x = load(p)  # mlsecops: ignore[torch-load-unsafe, model-unpinned] our own file'),
    ).toEqual([
      ['mlsecops', 'keyword.control.directive'],
      [':', 'punctuation.separator'],
      ['ignore', 'keyword.control.ignore'],
      ['[', 'punctuation.definition.rules.begin'],
      ['torch-load-unsafe', 'entity.name.tag.rule'],
      [',', 'punctuation.separator.rules'],
      ['model-unpinned', 'entity.name.tag.rule'],
      [']', 'punctuation.definition.rules.end'],
      ['our own file', 'string.unquoted.reason'],
    ]);
  });

  test('are highlighted without a space and without a reason', () => {
    expect(highlighted('#mlsecops:ignore[a-b]').map(([text]) => text)).toContain('a-b');
  });

  test.each([
    '# see mlsecops: ignore[a]',
    '# mlsecops ignore[a]',
    '# mlsecops: ignore',
    'text = "# mlsecops: ignore[a]"',
    '# an ordinary comment',
  ])('%s is none', (line) => {
    expect(highlighted(line)).toEqual([]);
  });

  test('stay comments', () => {
    const { tokens } = grammar.tokenizeLine('# mlsecops: ignore[a] why', INITIAL);
    for (const { scopes } of tokens) expect(scopes).toContain('comment.line.number-sign.python');
  });
});
