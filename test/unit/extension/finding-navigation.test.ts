import { describe, expect, test } from 'vitest';
import { findingAt, neighbour } from '../../../src/extension/findings/finding-navigation';
import { sample } from './support/sample';

const first = sample({ file: 'a.py', line: 3 });
const second = sample({ file: 'a.py', line: 8 });
const third = sample({ file: 'b.ipynb', cell: 2, line: 0 });
const all = [third, second, first];
const at = (uri: string, line: number, character = 0, cell?: number) => ({ uri, line, character, cell });

describe('going to the next finding', () => {
  test('goes down the file, then to the next file, then back to the first', () => {
    expect(neighbour(all, at(first.uri, 0), 'next')).toBe(first);
    expect(neighbour(all, at(first.uri, 3, 4), 'next')).toBe(second);
    expect(neighbour(all, at(first.uri, 20), 'next')).toBe(third);
    expect(neighbour(all, at(third.uri, 5, 0, 2), 'next')).toBe(first);
  });

  test('goes up the same way', () => {
    expect(neighbour(all, at(first.uri, 8, 4), 'previous')).toBe(first);
    expect(neighbour(all, at(first.uri, 0), 'previous')).toBe(third);
  });

  test('starts at an end when no editor is open', () => {
    expect(neighbour(all, undefined, 'next')).toBe(first);
    expect(neighbour(all, undefined, 'previous')).toBe(third);
  });

  test('there is none without findings', () => {
    expect(neighbour([], at(first.uri, 0), 'next')).toBeUndefined();
  });
});

describe('the finding at the cursor', () => {
  test('is the one the cursor stands in', () => {
    const right = sample({ file: 'a.py', line: 3, column: 30 });
    expect(findingAt([first, right], at(first.uri, 3, 33))).toBe(right);
  });

  test('is else the first one on the line', () => {
    expect(findingAt([first], at(first.uri, 3, 60))).toBe(first);
    expect(findingAt([first], at(first.uri, 4))).toBeUndefined();
  });

  test('is in the same cell', () => {
    expect(findingAt([third], at(third.uri, 0, 0, 1))).toBeUndefined();
    expect(findingAt([third], at(third.uri, 0, 0, 2))).toBe(third);
  });
});
