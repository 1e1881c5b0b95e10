import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = 'src/webview/lifecycle/styles';
const sheets = readdirSync(folder).filter((name) => name !== 'tokens.css');
const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');

test.each(sheets)('%s takes every colour from the theme', (name) => {
  expect(read(name).match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi) ?? []).toEqual([]);
});

test('every token that a style sheet uses is defined', () => {
  const all = [...sheets, 'tokens.css'].map(read).join('\n');
  const defined = new Set([...all.matchAll(/^\s*(--(?:lens-[\w-]+|domain|severity)):/gm)].map((m) => m[1]));
  const used = [...all.matchAll(/var\((--(?:lens-[\w-]+|domain|severity))/g)].map((m) => m[1]);
  expect(used.filter((token) => !defined.has(token))).toEqual([]);
});

test('nothing moves for people who asked for less motion', () => {
  const moving = sheets.flatMap((name) => {
    const withoutGuarded = read(name).replace(
      /@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n\}/g,
      '',
    );
    return /\b(transition|animation):/.test(withoutGuarded) ? [name] : [];
  });
  expect(moving).toEqual([]);
});
