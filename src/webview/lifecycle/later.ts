import { useEffect, useState } from 'preact/hooks';

/** A part of the panel that the first drawing does not need: it may lie in a file of its own and is loaded once. */
export interface Later<T> {
  /** The part, once it has been loaded. */
  readonly now: () => T | undefined;
  readonly load: () => Promise<T>;
}

export function later<T>(load: () => Promise<T>): Later<T> {
  let value: T | undefined;
  let loading: Promise<T> | undefined;
  return {
    now: () => value,
    load: () => (loading ??= load().then((loaded) => (value = loaded))),
  };
}

/** The part; undefined while it is being loaded, and without asking for it while `wanted` is false. */
export function useLater<T>(part: Later<T>, wanted = true): T | undefined {
  const [, setLoaded] = useState(part.now() !== undefined);
  useEffect(() => {
    if (!wanted || part.now() !== undefined) return undefined;
    let gone = false;
    void part.load().then(() => !gone && setLoaded(true));
    return () => {
      gone = true;
    };
  }, [part, wanted]);
  return part.now();
}
