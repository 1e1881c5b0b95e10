import type { EntryKind } from '../entry-kinds';

/** An entry or rule that a search found. */
export interface SearchHit {
  readonly kind: EntryKind | 'rules';
  readonly id: string;
  readonly title: string;
  /** The id as people write it: `LLM04:2026`, `CWE-502`, `C06`; empty where the title says it all. */
  readonly label: string;
  /** What of it met the query. */
  readonly why: 'id' | 'synonym' | 'title' | 'text';
}
