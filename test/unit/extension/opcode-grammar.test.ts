import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';
import { opcodeText } from '../../../src/extension/model-editor/opcode-text';

const file = join(import.meta.dirname, '../../../syntaxes/pickle-disassembly.tmLanguage.json');
let grammar: IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(file, 'utf8'), file)),
  });
  const loaded = await registry.loadGrammar('source.pickle-disassembly');
  if (!loaded) throw new Error('the grammar could not be loaded');
  grammar = loaded;
});

/** The parts of a line that have a scope of their own. */
function scopesOf(line: string): readonly (readonly [string, string])[] {
  return grammar.tokenizeLine(line, INITIAL).tokens.flatMap(({ startIndex, endIndex, scopes }) => {
    const scope = scopes.length > 1 ? (scopes.at(-1) ?? '').replace('.pickle-disassembly', '') : '';
    const text = line.slice(startIndex, endIndex).trim();
    return scope === '' || text === '' ? [] : [[text, scope] as const];
  });
}

const rows = [
  { offset: 0, name: 'PROTO', argument: '2' },
  { offset: 2, name: 'GLOBAL', argument: 'os system' },
  { offset: 13, name: 'BINUNICODE', argument: "'it\\'s'" },
  { offset: 20, name: 'REDUCE', argument: '' },
  { offset: 21, name: 'broken', argument: '0xff is no opcode' },
];

test('a disassembly is text with one opcode a line, and says when it was cut', () => {
  expect(opcodeText(rows.slice(0, 2), 5).split('\n')).toEqual([
    '00000000  PROTO             2',
    '00000002  GLOBAL            os system',
    '# 3 more opcodes',
    '',
  ]);
});

test('offsets, imports, calls, texts and breaks have colours of their own', () => {
  const [proto, global, text, call, broken] = opcodeText(rows, rows.length).split('\n').map(scopesOf);
  expect(proto).toEqual([
    ['00000000', 'constant.numeric.hex'],
    ['PROTO', 'keyword.other.opcode'],
    ['2', 'constant.numeric'],
  ]);
  expect(global?.slice(1)).toEqual([
    ['GLOBAL', 'keyword.control.import'],
    ['os system', 'entity.name.type.module'],
  ]);
  expect(text?.slice(2).map(([, scope]) => scope)).toContain('constant.character.escape');
  expect(call?.[1]).toEqual(['REDUCE', 'entity.name.function']);
  expect(broken?.[1]).toEqual(['broken', 'invalid.illegal']);
});
