import { describe, expect, test } from 'vitest';
import { LineIndex } from '../../../src/source/line-index';

describe('line index', () => {
  const text = 'a\nbc\r\nd\r\u{1F600}e';
  const index = new LineIndex(text);

  test.each([
    ['a', 0, 0],
    ['b', 1, 0],
    ['c', 1, 1],
    ['d', 2, 0],
    ['e', 3, 2],
  ])('%s is in line %i at %i', (letter, line, character) => {
    expect(index.positionAt(text.indexOf(letter))).toEqual({ line, character });
    expect(index.offsetAt({ line, character })).toBe(text.indexOf(letter));
  });

  test('lines are without their ends', () => {
    expect([0, 1, 2, 3, 4].map((line) => index.lineText(line))).toEqual(['a', 'bc', 'd', '\u{1F600}e', '']);
    expect(index.lineCount).toBe(4);
  });

  test('what is outside is moved to the nearest end', () => {
    expect(index.positionAt(1_000)).toEqual({ line: 3, character: 3 });
    expect(index.positionAt(-1)).toEqual({ line: 0, character: 0 });
    expect(index.offsetAt({ line: 1, character: 99 })).toBe(4);
    expect(index.offsetAt({ line: 99, character: 0 })).toBe(text.length);
  });

  test('an empty text has one empty line', () => {
    expect(new LineIndex('').positionAt(0)).toEqual({ line: 0, character: 0 });
  });
});
