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
}

/**
 * Inspects a model file. Nothing is loaded, imported or executed, nothing is written.
 *
 * @throws what `source` throws when it cannot be read; never because of what the file holds
 */
export function inspectModel(source: ByteSource, options: InspectOptions = {}): Inspection {
  const budget = options.budget ?? new Budget();
  const inspector = new Inspector(budget, options.globals ?? builtInGlobals());
  const format = inspector.inspectFile(source, options.name ?? '');
  return inspector.result(format, source.size);
}
