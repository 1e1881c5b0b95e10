import { Budget, DEFAULT_LIMITS, type Limits } from '../../../../src/models/budget';
import { MemorySource } from '../../../../src/models/bytes/byte-source';
import { inspectModel } from '../../../../src/models/inspect';
import type { Inspection } from '../../../../src/models/inspection';

/** Inspects bytes as the file `name`. */
export function inspect(content: Uint8Array, name = 'model.pkl', limits: Partial<Limits> = {}): Inspection {
  return inspectModel(new MemorySource(content), {
    name,
    budget: new Budget({ ...DEFAULT_LIMITS, ...limits }),
  });
}

/** What a report says is called or imported, in the form of Python. */
export function evidence({ findings }: Inspection): readonly string[] {
  return findings.flatMap(({ code }) => (code === undefined ? [] : [code]));
}
