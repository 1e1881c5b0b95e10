import { expect, test } from 'vitest';
import { Kept } from '../../../src/extension/support/kept';

/** Readings that a test ends in the order it likes. */
function readings() {
  const ends: ((value: string) => void)[] = [];
  const kept = new Kept<string>(() => new Promise((resolve) => ends.push(resolve)));
  return { kept, ends };
}

test('is read once for all who ask, and not again until it is out of date', async () => {
  const { kept, ends } = readings();
  const both = [kept.get(), kept.get()];
  ends[0]?.('first');
  expect(await Promise.all(both)).toEqual(['first', 'first']);
  expect(await kept.get()).toBe('first');
  expect(ends).toHaveLength(1);
  kept.expire();
  expect(kept.last).toBe('first');
  const again = kept.get();
  ends[1]?.('second');
  expect(await again).toBe('second');
});

test('a reading that went out of date does not take the place of a newer one', async () => {
  const { kept, ends } = readings();
  const old = kept.get();
  kept.expire();
  const fresh = kept.get();
  ends[1]?.('new');
  await fresh;
  ends[0]?.('old');
  await old;
  expect(kept.last).toBe('new');
  expect(await kept.get()).toBe('new');
});

test('what is forgotten does not come back with a reading that had begun', async () => {
  const { kept, ends } = readings();
  const old = kept.get();
  kept.forget();
  ends[0]?.('old');
  await old;
  expect(kept.last).toBeUndefined();
});

test('after a failure the next one who asks reads again', async () => {
  let fails = true;
  const kept = new Kept(() => (fails ? Promise.reject(new Error('not yet')) : Promise.resolve('there')));
  await expect(kept.get()).rejects.toThrow('not yet');
  fails = false;
  expect(await kept.get()).toBe('there');
});
