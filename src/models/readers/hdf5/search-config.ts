import type { ByteSource } from '../../bytes/byte-source';
import type { Budget } from '../../budget';

const BLOCK = 1024 * 1024;
const WORD = new TextEncoder().encode('"class_name"');
const QUOTE = 0x22;
const MAX_FOUND = 100;
const MAX_BEFORE = 4096;

/**
 * Looks for JSON texts with a `class_name` in bytes whose structure could not be read.
 *
 * @param take is given where such a text begins, and says where it ends: the search goes on from there
 */
export function searchConfigs(source: ByteSource, budget: Budget, take: (start: number) => number): void {
  let after = 0;
  let found = 0;
  for (let at = 0; at < source.size; at += BLOCK) {
    const block = source.read(at, BLOCK + WORD.length).slice();
    if (block.length === 0 || budget.expired || !budget.take('bytes', block.length)) return;
    for (let place = block.indexOf(QUOTE); place >= 0; place = block.indexOf(QUOTE, place + 1)) {
      if (at + place < after || !WORD.every((byte, index) => block[place + index] === byte)) continue;
      const start = beginningOf(source, at + place, after);
      if (start === undefined) continue;
      after = Math.max(at + place + 1, take(start));
      if (++found >= MAX_FOUND) return;
    }
  }
}

/** The first brace after the last byte that is no text. */
function beginningOf(source: ByteSource, word: number, after: number): number | undefined {
  const from = Math.max(after, word - MAX_BEFORE);
  const before = source.read(from, word - from).slice();
  let text = before.length;
  while (text > 0 && isText(before[text - 1] ?? 0)) text--;
  const brace = before.indexOf(0x7b, text);
  return brace < 0 ? undefined : from + brace;
}

function isText(byte: number): boolean {
  return byte >= 0x20 || byte === 9 || byte === 10 || byte === 13;
}
