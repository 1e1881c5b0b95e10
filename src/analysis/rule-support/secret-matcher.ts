import type { CoreCatalog } from '../../catalog/core';
import type { SecretFormat } from '../../catalog/schema/secret';
import { isPlaceholder } from './placeholder';

/** A key found in a text; offsets are in that text. */
export interface SecretMatch {
  readonly format: SecretFormat;
  readonly start: number;
  readonly end: number;
  readonly secret: string;
}

interface CompiledFormat {
  readonly format: SecretFormat;
  readonly expression: RegExp;
  /** Whether the format mixes upper and lower case, so that a text of one case only is made up. */
  readonly mixedCase: boolean;
}

/** Shorter than every key with a format of its own. */
const SHORTEST = 20;

/** What every key is part of: most texts have no such run, and need not be compared with each format. */
const LONG_RUN = /[\w+/=.~:-]{20,}/gu;

/** The only key with spaces in what it begins with. */
const BLOCK = 'PRIVATE KEY-----';

const compiledFormats = new WeakMap<CoreCatalog, readonly CompiledFormat[]>();

/** Keys in a text that have a format of their own, placeholders left out. */
export function secretsIn(text: string, catalog: CoreCatalog): readonly SecretMatch[] {
  if (text.length < SHORTEST || !mayHoldKey(text, catalog)) return [];
  const found: SecretMatch[] = [];
  for (const compiled of formatsOf(catalog)) {
    const { format, expression } = compiled;
    if (format.prefix === undefined || !text.includes(format.prefix)) continue;
    for (const match of text.matchAll(expression)) {
      const [secret] = match;
      const start = match.index;
      const end = start + secret.length;
      const isKnown = found.some((other) => start < other.end && other.start < end);
      if (!isKnown && isIssued(secret, compiled)) found.push({ format, secret, start, end });
    }
  }
  return found;
}

/** The format among `wanted` that the whole text has; undefined when none or when the text is a placeholder. */
export function wholeSecret(
  text: string,
  catalog: CoreCatalog,
  wanted: (format: SecretFormat) => boolean,
): SecretFormat | undefined {
  for (const compiled of formatsOf(catalog)) {
    if (!wanted(compiled.format)) continue;
    const [match] = text.matchAll(compiled.expression);
    if (match?.[0] === text && isIssued(text, compiled)) return compiled.format;
  }
  return undefined;
}

/** A key as it may be shown: enough to recognise it, never enough to use it. */
export function maskSecret(secret: string): string {
  if (secret.startsWith('-----')) return 'PEM block';
  // Of a password, four characters are half of it.
  return secret.length < SHORTEST ? `${secret.slice(0, 1)}…` : `${secret.slice(0, 4)}…${secret.slice(-2)}`;
}

function isIssued(secret: string, { format, mixedCase }: CompiledFormat): boolean {
  if (format.id === 'private-key') return !/example|\.\.\.|xxxx/i.test(secret);
  if (isPlaceholder(secret)) return false;
  const body = format.prefix === undefined ? secret : secret.replace(format.prefix, '');
  // A short key without a digit is a name; in a long one digits may be missing by chance.
  if (body.length < 30 && format.pattern.includes('0-9') && !/\d/.test(body)) return false;
  return !mixedCase || body.length < 30 || (/[a-z]/.test(body) && /[A-Z]/.test(body));
}

/** Looks for the fixed parts of all formats, in those runs of characters alone that are long enough for a key. */
function mayHoldKey(text: string, catalog: CoreCatalog): boolean {
  const prefix = prefixesOf(catalog);
  for (const [run] of text.matchAll(LONG_RUN)) if (prefix.test(run)) return true;
  return text.includes(BLOCK);
}

const prefixes = new WeakMap<CoreCatalog, RegExp>();

function prefixesOf(catalog: CoreCatalog): RegExp {
  const known = prefixes.get(catalog);
  if (known) return known;
  const texts = catalog.secrets.flatMap(({ prefix }) => prefix ?? []);
  const any = new RegExp(texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|'), 'u');
  prefixes.set(catalog, any);
  return any;
}

function formatsOf(catalog: CoreCatalog): readonly CompiledFormat[] {
  const known = compiledFormats.get(catalog);
  if (known) return known;
  const compiled = catalog.secrets.map((format) => ({
    format,
    expression: new RegExp(`(?<![A-Za-z0-9_-])(?:${format.pattern})(?![A-Za-z0-9_-])`, 'g'),
    mixedCase: format.pattern.includes('A-Z') && format.pattern.includes('a-z'),
  }));
  compiledFormats.set(catalog, compiled);
  return compiled;
}
