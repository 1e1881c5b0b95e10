import type { Finding } from '../../analysis/finding';

const OFFSET_BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * Names findings of one file so that the names survive edits elsewhere: from rule, subject and the text of the line
 * without white space, never from the line number. Equal ones are told apart by their order.
 */
export class Fingerprints {
  private readonly seen = new Map<string, number>();

  of(finding: Pick<Finding, 'ruleId' | 'subject'>, line: string): string {
    const hash = fnv1a([finding.ruleId, finding.subject, line.replace(/\s+/g, '')].join('\0'));
    const count = (this.seen.get(hash) ?? 0) + 1;
    this.seen.set(hash, count);
    return `${hash}:${count}`;
  }
}

/** FNV-1a with 64 bits, in hexadecimal: http://www.isthe.com/chongo/tech/comp/fnv/. Not for secrets. */
function fnv1a(text: string): string {
  let hash = OFFSET_BASIS;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  }
  return hash.toString(16).padStart(16, '0');
}
