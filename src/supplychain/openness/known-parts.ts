import type { KnownPart } from '../../catalog/schema/known-part';

/** What is publicly known of models, services and libraries, by name. */
export class KnownParts {
  private readonly lists = new Map<KnownPart['of'], readonly Entry[]>();

  constructor(entries: readonly KnownPart[]) {
    for (const part of entries) {
      const added = part.names.map((name) => ({ part, pattern: patternOf(name) }));
      this.lists.set(part.of, [...(this.lists.get(part.of) ?? []), ...added]);
    }
  }

  /** The first entry of a list that fits a name. */
  find(of: KnownPart['of'], name: string): KnownPart | undefined {
    const wanted = name.toLowerCase();
    return this.lists.get(of)?.find(({ pattern }) => pattern.test(wanted))?.part;
  }
}

interface Entry {
  readonly part: KnownPart;
  readonly pattern: RegExp;
}

/** `*` stands for any characters. */
function patternOf(name: string): RegExp {
  const parts = name.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'u');
}

/** Nothing is known of anything: every part is as open as its own card says. */
export const NOTHING_KNOWN = new KnownParts([]);
