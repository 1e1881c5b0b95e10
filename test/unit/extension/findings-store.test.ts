import { describe, expect, test } from 'vitest';
import { FindingsStore } from '../../../src/extension/findings/findings-store';
import { sample } from './support/sample';

function watched(): { store: FindingsStore; changes: () => number } {
  const store = new FindingsStore();
  let count = 0;
  store.onDidChange(() => (count += 1));
  return { store, changes: () => count };
}

describe('the store of findings', () => {
  const a = sample({ file: 'a.py' });
  const b = sample({ file: 'b.py' });

  test('a new list of a file replaces the old one and leaves other files alone', () => {
    const { store } = watched();
    store.replace(a.uri, [a, sample({ file: 'a.py', line: 5 })]);
    store.replace(b.uri, [b]);
    store.replace(a.uri, [a]);
    expect(store.all()).toEqual([a, b]);
    expect(store.ofFile(a.uri)).toEqual([a]);
  });

  test('an empty list forgets the file', () => {
    const { store } = watched();
    store.replace(a.uri, [a]);
    store.replace(a.uri, []);
    expect(store.all()).toEqual([]);
    expect(store.byId(a.id)).toBeUndefined();
  });

  test('a clean file that was clean before is no change', () => {
    const { store, changes } = watched();
    store.replace(a.uri, []);
    store.clear();
    expect(changes()).toBe(0);
    store.replace(a.uri, [a]);
    store.clear();
    expect(changes()).toBe(2);
  });
});
