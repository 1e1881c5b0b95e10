import type { Budget } from '../budget';
import type { ByteSource } from '../bytes/byte-source';
import { decodeLatin1 } from './pickle-text';

const CHUNK = 64 * 1024;
/** Longer than anything that a candidate is told by. */
const OVERLAP = 256;

/** How a pickle may begin: its protocol and a first opcode, an import in text, or an import from two short strings. */
const BEGINNING =
  // eslint-disable-next-line no-control-regex -- opcodes are control characters
  /\x80[\x00-\x05](?=[\x95\x8c\x8f\x96\x8a\x88\x89}\](cXNCBKMJGUT)i])|[ci][A-Za-z_][\w.]{0,99}\r?\n[A-Za-z_][\w.]{0,99}\r?\n|\x8c[\x01-\xff][A-Za-z_][\w.]{0,99}[\x94q0-9]?.?\x8c[\x01-\xff][A-Za-z_][\w.]{0,99}[\x94q]?.?\x93/gu;

/** Offsets in `[start, end)` at which a pickle may begin. */
export function* pickleBeginnings(
  source: ByteSource,
  start: number,
  end: number,
  budget: Budget,
): Generator<number, void, number | undefined> {
  let next = start;
  for (let at = start; at < end; at += CHUNK) {
    if (budget.expired || !budget.take('bytes', CHUNK)) return;
    const bytes = source.read(at, Math.min(CHUNK + OVERLAP, end - at));
    if (bytes.length === 0) return;
    const text = decodeLatin1(bytes, 0, bytes.length);
    for (const { index } of text.matchAll(BEGINNING)) {
      if (index >= CHUNK || at + index < next) continue;
      // Who asks says how far it has read, so that one pickle is not found many times.
      next = Math.max(next, (yield at + index) ?? 0);
    }
  }
}
