import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manifest, ROOT, texts, textOf } from './manifest';

const source = readFileSync(join(ROOT, 'package.json'), 'utf8');
const used = [...source.matchAll(/"%([^%"]+)%"/gu)].map((match) => match[1] ?? '');

describe('texts of the manifest', () => {
  test('every key that is used has a text, and every text is used', () => {
    expect([...new Set(used)].sort()).toEqual(Object.keys(texts).sort());
  });

  test('none is empty, shouts or ends in a space', () => {
    for (const [key, text] of Object.entries(texts)) {
      expect(text, key).toMatch(/^\S[^!]*$/u);
      expect(text, key).toBe(text.trim());
    }
  });

  test('what people read is not written into the manifest itself', () => {
    const { commands, views, viewsWelcome, walkthroughs, submenus } = manifest.contributes;
    const visible = [
      ...commands.map(({ title }) => title),
      ...Object.values(views)
        .flat()
        .map(({ name }) => name),
      ...viewsWelcome.map(({ contents }) => contents),
      ...walkthroughs.flatMap(({ steps }) =>
        steps.flatMap(({ title, description, media }) => [title, description, media.altText]),
      ),
      ...submenus.map(({ label }) => label),
    ];
    for (const reference of visible) expect(textOf(reference), reference).not.toBe('');
  });
});
