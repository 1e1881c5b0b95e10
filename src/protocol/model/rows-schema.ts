import * as v from 'valibot';
import type { OpcodeRow } from '../../report/model/view/model-view';

/** Checks rows of a disassembly. */
export const rowsSchema: v.GenericSchema<unknown, readonly OpcodeRow[]> = v.array(
  v.object({ offset: v.number(), name: v.string(), argument: v.string() }),
);
