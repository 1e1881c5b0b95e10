import * as v from 'valibot';
import type { FactLocation } from '../../supplychain/facts/located-facts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.object({ line: count, character: count });

/** A place in a file, or in a cell of a notebook. */
export const factLocationSchema: v.GenericSchema<unknown, FactLocation> = v.object({
  start: position,
  end: position,
  cell: v.exactOptional(count),
});
