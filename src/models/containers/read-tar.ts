import type { Budget } from '../budget';
import type { ByteSource } from '../bytes/byte-source';
import { decodeLatin1 } from '../pickle/pickle-text';

export interface TarMember {
  readonly name: string;
  readonly start: number;
  readonly size: number;
  /** A link, and where it leads. */
  readonly link?: string;
}

const BLOCK = 512;

/** Whether an archive of the tar family begins here. */
export function isTar(head: Uint8Array): boolean {
  return head.length >= BLOCK && decodeLatin1(head, 257, 262) === 'ustar' && checksumFits(head);
}

/** The members of a tar archive, with the long names of GNU and pax. */
export function* readTar(source: ByteSource, budget: Budget): Generator<TarMember> {
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= source.size;) {
    const head = source.read(at, BLOCK).slice();
    if (!checksumFits(head) || !budget.take('members', 1) || budget.expired) return;
    const size = numberIn(head, 124, 136);
    const type = String.fromCharCode(head[156] ?? 0);
    const start = at + BLOCK;
    at = start + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'L' || type === 'x') {
      const text = decodeLatin1(source.read(start, Math.min(size, 65536)).slice(), 0, Math.min(size, 65536));
      longName =
        type === 'L' ? text.replace(/\0.*$/su, '') : (/^\d+ path=(.*)$/mu.exec(text)?.[1] ?? longName);
      continue;
    }
    const prefix = textIn(head, 345, 500);
    const name = longName ?? (prefix === '' ? textIn(head, 0, 100) : `${prefix}/${textIn(head, 0, 100)}`);
    longName = undefined;
    if (type === '1' || type === '2') yield { name, start, size: 0, link: textIn(head, 157, 257) };
    else if (type !== '5' && type !== 'g') yield { name, start, size };
  }
}

function checksumFits(head: Uint8Array): boolean {
  let sum = 0;
  for (let at = 0; at < BLOCK; at++) sum += at >= 148 && at < 156 ? 32 : (head[at] ?? 0);
  return sum !== 256 && sum === numberIn(head, 148, 156);
}

function numberIn(head: Uint8Array, start: number, end: number): number {
  if (((head[start] ?? 0) & 0x80) !== 0) {
    return head.subarray(start + 1, end).reduce((value, byte) => value * 256 + byte, 0);
  }
  return parseInt(textIn(head, start, end).trim() || '0', 8) || 0;
}

function textIn(head: Uint8Array, start: number, end: number): string {
  return decodeLatin1(head, start, end).replace(/\0.*$/su, '');
}
