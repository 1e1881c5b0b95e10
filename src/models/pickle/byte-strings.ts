import type { Bytes } from './values';
import type { PickleContext } from './pickle-context';
import { PickleRecorder } from './pickle-recorder';
import { searchHidden } from './search-hidden';

/** A pickle that does something has a name in it; the data of an array is longer than what is searched. */
const SHORTEST = 8;
const LONGEST = 1024 * 1024;
const MAX_STRINGS = 2000;
const MAX_BYTES = 16 * 1024 * 1024;

/** The byte strings of a pickle that may hold another one. */
export class ByteStrings {
  readonly #found: Bytes[] = [];
  #size = 0;

  add(bytes: Bytes): void {
    if (bytes.length < SHORTEST || bytes.length > LONGEST) return;
    if (this.#found.length >= MAX_STRINGS || this.#size + bytes.length > MAX_BYTES) return;
    this.#size += bytes.length;
    this.#found.push(bytes);
  }

  /** Tells of harmful pickles in them. Nothing in the file loads those, so that they are suspicious only. */
  search(context: PickleContext): void {
    for (const { offset, length } of this.#found) {
      if (context.budget.expired) return;
      const recorder = new PickleRecorder(context.where);
      searchHidden({ ...context, recorder }, offset, offset + length, 'a byte string');
      for (const { verdict, ...finding } of recorder.findings.list()) {
        context.recorder.findings.add({
          ...finding,
          verdict: verdict === 'malicious' ? 'suspicious' : verdict,
          rule: 'hidden',
          message: `${finding.message} Nothing in the file loads it.`,
        });
      }
    }
  }
}
