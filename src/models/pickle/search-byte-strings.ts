import type { PickleContext } from './pickle-context';
import { PickleRecorder } from './pickle-recorder';
import { searchHidden } from './search-hidden';
import type { Bytes } from './values';

/** Tells of harmful pickles in the byte strings of another one. Nothing in the file loads those, so that they are suspicious only. */
export function searchByteStrings(strings: readonly Bytes[], context: PickleContext): void {
  for (const { offset, length } of strings) {
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
