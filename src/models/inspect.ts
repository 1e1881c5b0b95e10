import { Budget } from './budget';
import type { ByteSource } from './bytes/byte-source';
import type { Inspection } from './inspection';
import { Inspector } from './inspector';
import type { GlobalIndex } from './verdict/global-index';
import { builtInGlobals } from './verdict/built-in-globals';

export interface InspectOptions {
  /** The name of the file: it can only add suspicion, never take any away. */
  readonly name?: string;
  readonly budget?: Budget;
  readonly globals?: GlobalIndex;
  /** How many opcodes of each pickle to give; none when it is left out. */
  readonly opcodes?: number;
}

/**
 * Inspects a model file. Nothing is loaded, imported or executed, nothing is written.
 *
 * @throws what `source` throws when it cannot be read; never because of what the file holds
 */
export function inspectModel(source: ByteSource, options: InspectOptions = {}): Inspection {
  const budget = options.budget ?? new Budget();
  const inspector = new Inspector(budget, options.globals ?? builtInGlobals(), options.opcodes ?? 0);
  const format = inspector.inspectFile(source, options.name ?? '');
  return inspector.result(format, source.size);
}
