import type { Catalog } from '../../catalog/catalog';

const MAX_LENGTH = 160;

/** Makes the excerpt of a line: trimmed, keys of known providers masked, long lines cut. */
export class Excerpts {
  private readonly keys: readonly RegExp[];

  constructor(catalog: Catalog) {
    this.keys = catalog.secrets.map(({ pattern }) => new RegExp(pattern, 'gu'));
  }

  of(line: string): string {
    // Masked before it is cut: half a key no longer looks like one.
    let text = line.trim().slice(0, MAX_LENGTH * 10);
    for (const key of this.keys) text = text.replace(key, (found) => `${found.slice(0, 4)}…`);
    return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
  }
}
