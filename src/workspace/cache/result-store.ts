import type { FileOutcome } from '../file-analysis/file-analyzer';
import type { PackageLookups } from './recorded-packages';

/** What the file system says of a file, from which it is told that nothing was written to it since. */
export interface FileState {
  readonly size: number;
  /** Milliseconds since the epoch, as are those of the change of anything about it (`ctime`); 0 where nobody knows it. */
  readonly modified: number;
  readonly changed: number;
}

export interface KnownFile {
  /** Undefined when the file had just been written to: it may then be written to again without looking any different. */
  readonly state: FileState | undefined;
  /** Digest of its path and content. */
  readonly content: string;
}

/** What came of a file, and the answers about packages that it rests on. */
export interface KeptOutcome {
  readonly outcome: Exclude<FileOutcome, { readonly kind: 'problem' }>;
  readonly lookups: PackageLookups;
}

/** Outcomes by what they were made from. One store belongs to one workspace, one engine and one configuration. */
export interface ResultStore {
  file(path: string): KnownFile | undefined;
  setFile(path: string, known: KnownFile): void;
  /** @param key digest of path and content, and of what else the outcome rests on */
  get(path: string, key: string): KeptOutcome | undefined;
  set(key: string, kept: KeptOutcome): void;
}

/** A digest of parts, so that no two lists of parts have the same one. */
export type Digest = (...parts: readonly (string | Uint8Array)[]) => string;
