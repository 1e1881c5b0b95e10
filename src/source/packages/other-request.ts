import type { PackageRequest } from '../content/package-request';
import { rangeAt, type TextPlace } from '../content/text-place';
import { packageSource } from './package-source';

/** How a kind of registry writes a name and an exact version. */
const FORMS = {
  conda: /^(?:[\w.-]+::)?([A-Za-z0-9_][\w.-]*)\s*(?:\[.*\])?\s*((?:[<>=!~].*)?)$/su,
  debian: /^([a-z0-9][a-z0-9.+-]+)(?::\w+)?((?:[=/].*)?)$/su,
  alpine: /^([a-z0-9][\w.+-]*)(?:@\w+)?((?:[<>=~].*)?)$/su,
  cargo: /^([A-Za-z][\w-]*)(?:@(.+))?$/su,
  other: /^([A-Za-z0-9][\w./-]*)(?:[@:](.+))?$/su,
} as const;

/** A package as conda, apt, apk, cargo, gem or go write it on their command line. */
export function otherRequest(
  ecosystem: keyof typeof FORMS,
  text: string,
  place: TextPlace,
  from: PackageRequest['from'],
): PackageRequest | undefined {
  const range = rangeAt(place, { start: 0, end: text.length });
  const base = { ecosystem, from, range, nameRange: range, hashed: false } as const;
  const source = packageSource(text);
  if (source) return { ...base, name: undefined, specifier: '', version: undefined, source };
  const [, name, rest = ''] = FORMS[ecosystem].exec(text) ?? [];
  if (name === undefined) return undefined;
  return { ...base, name, specifier: rest, version: exactVersion(ecosystem, rest), source: undefined };
}

function exactVersion(ecosystem: keyof typeof FORMS, rest: string): string | undefined {
  if (rest === '') return undefined;
  if (ecosystem === 'conda') return /^(?:==|=)([^=*<>|,\s]+)(?:=[\w.*]+)?$/u.exec(rest)?.[1];
  if (ecosystem === 'debian' || ecosystem === 'alpine') return /^=([^*]+)$/u.exec(rest)?.[1];
  return /^=?v?(\d[\w.+-]*)$/u.exec(rest)?.[1];
}
