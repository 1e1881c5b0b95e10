import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callsByFrontEnd, callsByTypeScript, difference } from './calls-of-typescript';

/** TypeScript of this project, of many hands and with newer syntax. */
const FOLDERS = ['src/source', 'src/webview', 'src/server', 'scripts'];

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name) && !name.includes('.generated.'))
    .map((name) => join(folder, name));
}

describe('the calls of a program', () => {
  it.each(FOLDERS)('in %s are those that TypeScript reads', (folder) => {
    const wrong = filesIn(folder).flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      const { missing, extra } = difference(callsByTypeScript(text, path), callsByFrontEnd(text, path));
      return missing.length + extra.length > 0 ? [path] : [];
    });
    expect(wrong).toEqual([]);
  });
});
