import Fuse from 'fuse.js';
import type { Catalog } from './catalog';

const SEARCHED = [
  'lifecycles',
  'stages',
  'risks',
  'weaknesses',
  'techniques',
  'controls',
  'roles',
  'tools',
] as const;

export interface SearchHit {
  readonly kind: (typeof SEARCHED)[number];
  readonly id: string;
  readonly title: string;
}

interface SearchRecord extends SearchHit {
  /** Every way people write the id, lower case: `owasp-llm-2026:llm04`, `llm04:2026`, `llm04`. */
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  readonly summary: string;
}

/** Finds catalog entries by id, title and text. */
export class CatalogSearch {
  private readonly records: readonly SearchRecord[];
  private readonly fuse: Fuse<SearchRecord>;

  constructor(catalog: Catalog) {
    this.records = SEARCHED.flatMap((kind) =>
      [...catalog[kind].values()].map((entry) => recordOf(kind, entry)),
    );
    this.fuse = new Fuse(this.records, {
      keys: [
        { name: 'names', weight: 3 },
        { name: 'title', weight: 3 },
        { name: 'aliases', weight: 2 },
        { name: 'summary', weight: 1 },
      ],
      threshold: 0.3,
      ignoreLocation: true,
      minMatchCharLength: 2,
    });
  }

  /** Entries whose id is exactly the query come first (newest edition first), then the closest ones. */
  find(query: string, limit = 20): SearchHit[] {
    const wanted = query.trim().toLowerCase();
    if (wanted === '') return [];
    const exact = this.records
      .filter(({ names }) => names.includes(wanted))
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    const close = this.fuse.search(wanted, { limit: limit + exact.length }).map(({ item }) => item);
    return [...new Set([...exact, ...close])]
      .slice(0, limit)
      .map(({ kind, id, title }) => ({ kind, id, title }));
  }
}

function recordOf(
  kind: SearchHit['kind'],
  entry: { id: string; title: string; summary: string; label?: string; aliases?: string[] },
): SearchRecord {
  const { id, title, summary, label, aliases = [] } = entry;
  const names = [id, id.split(':')[1], label]
    .filter((name) => name !== undefined)
    .map((name) => name.toLowerCase());
  return { kind, id, title, names, aliases, summary };
}
