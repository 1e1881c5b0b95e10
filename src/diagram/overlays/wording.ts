/** The most a mark's label holds. */
const LABEL_LENGTH = 14;

/** `ML02, ML06 and ML08`. */
export function spokenList(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** `3 risks: ML02, ML06 and ML08`; `no risks`. */
export function spokenCount(names: readonly string[], one: string, many = `${one}s`): string {
  if (names.length === 0) return `no ${many}`;
  return `${counted(names.length, one, many)}: ${spokenList(names)}`;
}

/** `1 finding`, `3 findings`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A name that fits a mark: without what stands in brackets, and cut where it is still too long. */
export function markLabel(name: string, length = LABEL_LENGTH): string {
  const short = name.replace(/\s*\([^)]*\)/g, '').replace(/^OpenSSF /, '');
  if (short.length <= length) return short;
  return `${short.slice(0, length - 1).trimEnd()}…`;
}

/** Sentences in a row, each ended by a full stop; empty ones are left out. */
export function sentences(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
