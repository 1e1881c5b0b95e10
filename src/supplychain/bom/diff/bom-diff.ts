import type { BomEntry } from './bom-entry';

/** What is another in the second of two bills. Each list is sorted by type, name and version. */
export interface BomDiff {
  readonly added: readonly BomEntry[];
  readonly removed: readonly BomEntry[];
  readonly changed: readonly ChangedEntry[];
  /** Components and services that are the same in both. */
  readonly unchanged: number;
}

export interface ChangedEntry {
  readonly before: BomEntry;
  readonly after: BomEntry;
  /** In the order of {@link CHANGED_FIELDS}; never empty. */
  readonly changes: readonly FieldChange[];
}

/** Fields that are compared, in the order in which they are told. */
export const CHANGED_FIELDS = [
  'version',
  'licenses',
  'pinning',
  'openness',
  'signed',
  'scanned',
  'hashes',
  'provider',
  'evidence',
] as const;

export interface FieldChange {
  readonly field: (typeof CHANGED_FIELDS)[number];
  /** What only the first bill says; empty when it says nothing. */
  readonly before: readonly string[];
  /** What only the second bill says. */
  readonly after: readonly string[];
}
