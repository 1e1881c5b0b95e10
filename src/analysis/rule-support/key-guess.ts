import type { CoreCatalog } from '../../catalog/core';
import { bitsPerCharacter, isPlaceholder, saysPlaceholder } from './placeholder';

/** What a text without the exact format of a provider looks like where a key belongs. */
export type KeyGuess = 'issued' | 'made-up';

/** What people write where no key is needed, or where a test does not care. */
const BLANK =
  /test|demo|local|none|empty|null|secret|key\b|token|password|here|foo|bar\b|baz|abc$|dev\b|any|unused|no-|not|bogus|wrong|invalid|stub|xxx|\s|[<>{}$*…]/i;

/**
 * Looks at a text that stands where a key belongs: `issued` when it is as random as a key, `made-up` when it begins like a
 * provider's key and goes on like a person's typing (people do put real keys in such a place); undefined when it is neither.
 */
export function guessKey(text: string, catalog: CoreCatalog): KeyGuess | undefined {
  if (saysPlaceholder(text)) return undefined;
  if (looksIssued(text)) return 'issued';
  return looksMadeUp(text, catalog) ? 'made-up' : undefined;
}

/** Random enough to be a key, although no provider's format is known for it. */
export function looksIssued(text: string): boolean {
  if (!/^[A-Za-z0-9_\-.+/=]{20,200}$/.test(text) || !/\d/.test(text) || !/[A-Za-z]/.test(text)) return false;
  if (isPlaceholder(text) || /^(?:\.{0,2}\/|[\w.-]+\/[\w.-]+$)/.test(text)) return false;
  if (/^[0-9a-f-]+$/.test(text)) return text.length >= 32 && bitsPerCharacter(text) >= 3;
  // Words joined by signs are a name; a key changes between letters and digits within them.
  const words = text.split(/[-_./]/);
  const plain = words.filter((word) => /^(?:[A-Za-z]?[a-z]*|[A-Z]+|v?\d+)$/.test(word));
  if (plain.length > words.length / 2) return false;
  return bitsPerCharacter(text) >= (text.length < 24 ? 3.4 : 3.7);
}

function looksMadeUp(text: string, catalog: CoreCatalog): boolean {
  const prefix = prefixesOf(catalog).find((one) => text.startsWith(one));
  if (prefix === undefined) return false;
  const body = text.slice(prefix.length);
  return (
    /^[A-Za-z0-9_-]{6,200}$/.test(body) &&
    /\d/.test(body) &&
    !BLANK.test(body) &&
    new Set(body.toLowerCase()).size >= 5
  );
}

const knownPrefixes = new WeakMap<CoreCatalog, readonly string[]>();

/** Beginnings that say whose key it is, the longest first. */
function prefixesOf(catalog: CoreCatalog): readonly string[] {
  let prefixes = knownPrefixes.get(catalog);
  if (!prefixes) {
    const all = catalog.secrets.flatMap(({ prefix, pattern }) =>
      prefix !== undefined && pattern.startsWith(prefix) ? [prefix] : [],
    );
    prefixes = [...new Set(all)]
      .filter((one) => /^(?:sk-|hf_|AIza$|AKIA$)|^[a-z]\w{2,}[-_]$/.test(one))
      .sort((a, b) => b.length - a.length);
    knownPrefixes.set(catalog, prefixes);
  }
  return prefixes;
}
