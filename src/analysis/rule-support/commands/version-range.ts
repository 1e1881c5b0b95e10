import { compareVersions } from '../version';

interface Clause {
  readonly operator: string;
  readonly version: string;
}

const CLAUSE = /^(===?|<=?|>=?|~=|\^|~|!=)?\s*v?(\d[\w.+-]*)$/u;

/** Whether a version is within a range such as `>=3.0,<3.9||>=4,<4.1`. */
export function isInRange(version: string, range: string): boolean {
  return range.split('||').some((part) => part.split(',').every((clause) => holds(version, read(clause))));
}

/**
 * The newest version that a specifier allows, when it says where it ends: the pinned one, or one below its upper bound. Undefined when
 * it does not end, or cannot be read.
 */
export function newestAllowed(
  specifier: string,
): { readonly version: string; readonly isOpen: boolean } | undefined {
  if (specifier.includes('||')) return undefined;
  let found: { version: string; isOpen: boolean } | undefined;
  for (const text of specifier.split(/,|\s+(?=[<>=~^!])/u)) {
    const clause = read(text);
    const end = clause && upperEnd(clause);
    if (end && (found === undefined || (compareVersions(end.version, found.version) ?? 0) < 0)) found = end;
  }
  return found;
}

function upperEnd({
  operator,
  version,
}: Clause): { readonly version: string; readonly isOpen: boolean } | undefined {
  if (operator === '==' || operator === '===' || operator === '' || operator === '<=')
    return { version, isOpen: false };
  if (operator === '<') return { version, isOpen: true };
  const parts = (/^\d+(?:\.\d+)*/u.exec(version)?.[0] ?? '').split('.').map(Number);
  const [major = 0, minor = 0, patch = 0] = parts;
  if (operator === '^') {
    if (major > 0) return { version: String(major + 1), isOpen: true };
    return { version: minor > 0 ? `0.${minor + 1}` : `0.0.${patch + 1}`, isOpen: true };
  }
  if (operator === '~') return { version: `${major}.${minor + 1}`, isOpen: true };
  if (operator === '~=') {
    const kept = parts.slice(0, -1);
    const last = kept.pop();
    return last === undefined ? undefined : { version: [...kept, last + 1].join('.'), isOpen: true };
  }
  return undefined;
}

function read(text: string): Clause | undefined {
  const [, operator = '', version] = CLAUSE.exec(text.trim()) ?? [];
  return version === undefined ? undefined : { operator, version };
}

function holds(version: string, clause: Clause | undefined): boolean {
  const order = clause && compareVersions(version, clause.version);
  if (clause === undefined || order === undefined) return false;
  switch (clause.operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return order === 0;
  }
}
