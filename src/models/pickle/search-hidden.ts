import { Decoder } from './decoder';
import { Machine } from './machine';
import type { PickleContext } from './pickle-context';
import { PickleRecorder } from './pickle-recorder';
import { pickleBeginnings } from './resync';

const MAX_CANDIDATES = 20_000;
const MAX_OPCODES = 200_000;
const BLOCK = 2048;
/** Bytes that are searched for pickles; beyond that it is told. */
const MAX_SEARCHED = 256 * 1024 * 1024;

/**
 * Looks for pickles in bytes that are none as a whole: after a break, after the end, between the members of an archive.
 * Only what would call or import something that is not safe counts, so that random data raises no alarm.
 *
 * @returns where the first of them begins
 */
export function searchHidden(
  context: PickleContext,
  start: number,
  end: number,
  what: string,
): number | undefined {
  const beginnings = pickleBeginnings(
    context.source,
    start,
    Math.min(end, start + MAX_SEARCHED),
    context.budget,
  );
  let first: number | undefined;
  let next = beginnings.next();
  for (let count = 0; !next.done && count < MAX_CANDIDATES; count++) {
    const offset = next.value;
    const recorder = new PickleRecorder(context.where);
    const decoder = new Decoder(context.source, context.budget, offset, end, BLOCK);
    const machine = new Machine({ ...context, recorder }, decoder);
    const { end: reached } = machine.run(MAX_OPCODES);
    machine.caller.finish();
    const harmful = isHarmful(recorder);
    if (harmful) {
      first ??= offset;
      context.recorder.absorb(recorder, ` It stands in ${what}.`);
    }
    next = beginnings.next(harmful ? reached : offset + 1);
  }
  if (!next.done || end - start > MAX_SEARCHED) {
    context.recorder.find({
      verdict: 'incomplete',
      rule: 'limit',
      message: `Not all of ${what} was searched for pickles.`,
      offset: start,
    });
  }
  return first;
}

/** Something is called that is not safe, or imported that is known to do harm. */
function isHarmful({ calls, imports }: PickleRecorder): boolean {
  return (
    calls.some(({ code }) => /^[A-Za-z_][\w.]*\./u.test(code)) ||
    imports.some(({ verdict }) => verdict.verdict === 'malicious' && verdict.because === 'listed')
  );
}
