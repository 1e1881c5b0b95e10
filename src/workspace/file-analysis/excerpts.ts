import type { Catalog } from '../../catalog/catalog';

const MAXIMUM_LENGTH = 160;
/** As much of a line as is looked at: a key that straddles the cut would show its first half. */
const EXAMINED_LENGTH = 20 * MAXIMUM_LENGTH;

/** Makes the excerpt of a line: keys of known providers masked, trimmed, long lines cut. */
export class Excerpts {
  private readonly keys: readonly RegExp[];

  constructor(catalog: Catalog) {
    // A key told only by its context looks like any long word; it stands alone and holds a digit.
    this.keys = catalog.secrets.map(({ pattern, context }) =>
      context ? new RegExp(`(?<![\\w])(?=\\w*\\d)(?:${pattern})(?![\\w])`, 'gu') : new RegExp(pattern, 'gu'),
    );
  }

  of(line: string): string {
    let text = line.trim().slice(0, EXAMINED_LENGTH);
    for (const key of this.keys) text = text.replace(key, (found) => `${found.slice(0, 4)}…`);
    return text.length > MAXIMUM_LENGTH ? `${text.slice(0, MAXIMUM_LENGTH - 1)}…` : text;
  }
}
