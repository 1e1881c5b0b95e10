import type { FormatReader } from './format-reader';

/** The readers of all formats but pickles and archives, the most particular first. */
export const READERS: readonly FormatReader[] = [];
