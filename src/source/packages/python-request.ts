import type { PackageRequest } from '../content/package-request';
import { rangeAt, type TextPlace } from '../content/text-place';
import { hasHash, packageSource } from './package-source';

const NAMED = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*/u;
/** `rng = 3` is no requirement but a line of a program. */
const SPECIFIER = /^(?:[<>!~^]|==|=(?!\s)|\(|@(?!\s)|$)/u;
const EXACT = /^===?\s*v?([0-9][^\s,;*]*)$/u;

/**
 * A package as PEP 508, a command line of pip or a line of requirements writes it: `torch[extra]>=2.1; python_version > "3.9"`,
 * `name @ https://...`, `git+https://...#egg=name`. Undefined for what asks for no package.
 */
export function pythonRequest(
  text: string,
  place: TextPlace,
  from: PackageRequest['from'],
  hashed = false,
): PackageRequest | undefined {
  const start = text.length - text.trimStart().length;
  const range = rangeAt(place, { start, end: text.trimEnd().length });
  const base = { ecosystem: 'pypi', from, range } as const;
  const direct = packageSource(text.trim().replace(/\s.*$/su, ''));
  if (direct) {
    const name = /[#&]egg=([A-Za-z0-9._-]+)/u.exec(text)?.[1];
    const hasOwn = hashed || hasHash(text);
    return {
      ...base,
      name,
      specifier: '',
      version: undefined,
      source: direct,
      hashed: hasOwn,
      nameRange: range,
    };
  }
  const [head, name] = NAMED.exec(text) ?? [];
  if (head === undefined || name === undefined) return undefined;
  const nameRange = rangeAt(place, { start, end: start + name.length });
  const rest = (text.slice(head.length).split(/;|\s#/u)[0] ?? '').trim();
  const reference = /^@\s*(\S+)/u.exec(rest)?.[1];
  const source = reference === undefined ? undefined : packageSource(reference);
  if (source) {
    const hasOwn = hashed || hasHash(rest);
    return { ...base, name, specifier: '', version: undefined, source, hashed: hasOwn, nameRange };
  }
  if (!SPECIFIER.test(rest)) return undefined;
  const specifier = rest.replace(/^\((.*)\)$/u, '$1').replace(/^@(?=[^\s@])/u, '');
  return {
    ...base,
    name,
    specifier,
    version: EXACT.exec(specifier)?.[1] ?? (rest.startsWith('@') ? exactNumber(specifier) : undefined),
    source: undefined,
    hashed,
    nameRange,
  };
}

/** A version that stands alone, as Poetry and npm write an exact one. */
export function exactNumber(specifier: string): string | undefined {
  return /^[=v]{0,2}(\d+(?:\.\d+)*[^\s,*|<>^~]*)$/u.exec(specifier.trim())?.[1];
}
