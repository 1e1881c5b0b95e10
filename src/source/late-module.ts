/** A part of the program that lies in a bundle of its own, and is loaded when it is first needed. */
export interface LateModule<T> {
  /** Says where it comes from. */
  readonly loadWith: (loader: () => Promise<T>) => void;
  /** @throws Error when it cannot be loaded; the next call tries again */
  readonly get: () => Promise<T>;
}

/** @param missing what is said where nobody says where it comes from */
export function lateModule<T>(missing: string): LateModule<T> {
  let load: (() => Promise<T>) | undefined;
  let loading: Promise<T> | undefined;
  return {
    loadWith: (loader) => {
      load = loader;
      loading = undefined;
    },
    get: async () => {
      if (!load) throw new Error(missing);
      loading ??= load();
      try {
        return await loading;
      } catch (error) {
        loading = undefined;
        throw error;
      }
    },
  };
}
