import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  MODEL_EDITOR,
  MODEL_EDITOR_OPTION,
  MODEL_ENDINGS,
  MODEL_LANGUAGE,
} from '../../../src/extension/names/models';
import { manifest, ROOT, textOf } from './manifest';

const { customEditors, languages, grammars, menus } = manifest.contributes;
const byType = new Map(customEditors.map((editor) => [editor.viewType, editor]));
const endings = (type: string): readonly string[] =>
  (byType.get(type)?.selector ?? []).flatMap(({ filenamePattern }) =>
    (/^\*\.\{(.+)\}$/u.exec(filenamePattern)?.[1] ?? '').split(','),
  );

test('the editor opens by itself only for files that are surely models', () => {
  expect([...byType.keys()]).toEqual([MODEL_EDITOR, MODEL_EDITOR_OPTION]);
  expect(byType.get(MODEL_EDITOR)?.priority).toBe('default');
  expect(byType.get(MODEL_EDITOR_OPTION)?.priority).toBe('option');
  expect(endings(MODEL_EDITOR)).toEqual(expect.arrayContaining(['pkl', 'pt', 'safetensors', 'gguf', 'onnx']));
  for (const doubtful of ['bin', 'zip', 'json', 'dat', 'gz'])
    expect(endings(MODEL_EDITOR)).not.toContain(doubtful);
  expect(endings(MODEL_EDITOR_OPTION)).toEqual(expect.arrayContaining(['bin', 'zip']));
});

test('both have a name that people read', () => {
  for (const { displayName } of customEditors) expect(textOf(displayName)).toBe('Model File');
});

test('the menu of the explorer offers the inspection for every ending that a folder is searched for', () => {
  const clause = menus['explorer/context']?.find(({ command }) => command === 'mlsecops.inspectModel')?.when;
  const listed = /\((.+)\)/u.exec(clause ?? '')?.[1]?.split('|') ?? [];
  expect([...listed].sort()).toEqual([...MODEL_ENDINGS].sort());
});

test('disassemblies have a language and a grammar', () => {
  expect(languages.map(({ id }) => id)).toContain(MODEL_LANGUAGE);
  const grammar = grammars.find(({ language }) => language === MODEL_LANGUAGE);
  const source: unknown = JSON.parse(readFileSync(join(ROOT, grammar?.path ?? ''), 'utf8'));
  expect(source).toMatchObject({ scopeName: grammar?.scopeName });
});
