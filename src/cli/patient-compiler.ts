import { setFlagsFromString } from 'node:v8';

/** Units of V8: bytes of byte code that a function runs through before it is thought worth optimising (67,584 by default). */
const INTERRUPT_BUDGET = 1_000_000;
/** Later versions may not know the flag, and would say so on standard error. */
const LAST_VERSION = 24;

/**
 * Lets the engine optimise only what runs for long. A scan lives for seconds and has a compiler in each thread: what these spend
 * on functions that are lukewarm was a quarter of its time.
 */
export function waitToOptimize(): void {
  if (Number.parseInt(process.versions.node, 10) <= LAST_VERSION)
    setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
