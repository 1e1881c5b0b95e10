import * as v from 'valibot';
import { VERDICTS } from '../../models/verdict/finding';
import { rowsSchema } from './rows-schema';

/**
 * Between the extension and the worker that inspects a model file. A worker has one file at a time; an answer carries the id of
 * its question.
 */

/** Extension -> worker. */
export type ToModelWorker =
  | {
      readonly type: 'inspect';
      readonly id: number;
      readonly name: string;
      /** A path for a worker that has a file system, otherwise the whole file. */
      readonly file: string | Uint8Array;
    }
  /** The report of a file, to be compared with another; nothing can be asked about the file afterwards. */
  | {
      readonly type: 'report';
      readonly id: number;
      readonly name: string;
      readonly file: string | Uint8Array;
    }
  /** Rows of a disassembly: a page, or the one that holds an offset. */
  | { readonly type: 'opcodes'; readonly id: number; readonly pickle: number; readonly page: number }
  | { readonly type: 'locate'; readonly id: number; readonly pickle: number; readonly offset: number };

const count = v.pipe(v.number(), v.minValue(0));
const id = count;

/** Worker -> extension. The view is checked by the page, which alone looks into it. */
const fromWorkerSchema = v.variant('type', [
  v.object({ type: v.literal('progress'), id, read: count, size: count }),
  v.object({
    type: v.literal('view'),
    id,
    complete: v.boolean(),
    verdict: v.picklist(VERDICTS),
    view: v.looseObject({ format: v.string() }),
  }),
  v.object({ type: v.literal('report'), id, verdict: v.picklist(VERDICTS), text: v.string() }),
  v.object({ type: v.literal('opcodes'), id, rows: rowsSchema, total: count }),
  v.object({ type: v.literal('located'), id, row: count }),
  v.object({ type: v.literal('failed'), id, message: v.string() }),
]);

export type FromModelWorker = v.InferOutput<typeof fromWorkerSchema>;

/** @throws ValiError when it is no message of the worker */
export function parseFromModelWorker(message: unknown): FromModelWorker {
  return v.parse(fromWorkerSchema, message);
}
