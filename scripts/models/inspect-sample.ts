import { Budget, DEFAULT_LIMITS } from '../../src/models/budget';
import { MemorySource } from '../../src/models/bytes/byte-source';
import { inspectModel } from '../../src/models/inspect';
import type { Inspection } from '../../src/models/inspection';

/** Inspects a sample, however long that takes: a table must not depend on what else the machine does. */
export function inspectSample(content: Uint8Array, name: string): Inspection {
  const budget = new Budget({ ...DEFAULT_LIMITS, milliseconds: Infinity });
  return inspectModel(new MemorySource(content), { name, budget });
}
