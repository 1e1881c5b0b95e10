import type { Disposable } from './emitter';

/** A function that may be called often and runs its work once, `milliseconds` after the first call. */
export interface Coalesced extends Disposable {
  (): void;
}

/**
 * Joins bursts of calls: a scan that streams a thousand files must not draw a tree a thousand times. Unlike a debounce
 * it also runs while calls keep coming.
 */
export function coalesce(work: () => void, milliseconds: number): Coalesced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      work();
    }, milliseconds);
  };
  return Object.assign(run, {
    dispose: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  });
}
