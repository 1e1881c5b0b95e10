import * as v from 'valibot';
import type { ModelView, OpcodeRow } from '../../report/model/view/model-view';
import type { SignatureView } from '../../report/signing/signature-view';
import { rowsSchema } from './rows-schema';
import { signatureViewSchema } from './signature-view-schema';
import { viewSchema } from './view-schema';

/** Extension -> page. */
export type ToModelPage =
  /** The file is being read; what was seen of it may have been sent already. */
  | { readonly type: 'running'; readonly name: string; readonly size: number; readonly read: number }
  | { readonly type: 'view'; readonly view: ModelView }
  /** What is known of the signature; it comes and goes by itself, however far the inspection is. */
  | { readonly type: 'signature'; readonly signature: SignatureView }
  /** The user stopped the inspection. */
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly message: string }
  | {
      readonly type: 'opcodes';
      readonly pickle: number;
      readonly page: number;
      readonly rows: readonly OpcodeRow[];
      readonly total: number;
    }
  | { readonly type: 'located'; readonly pickle: number; readonly row: number };

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const toPageSchema: v.GenericSchema<unknown, ToModelPage> = v.variant('type', [
  v.object({ type: v.literal('running'), name: v.string(), size: count, read: count }),
  v.object({ type: v.literal('view'), view: viewSchema }),
  v.object({ type: v.literal('signature'), signature: signatureViewSchema }),
  v.object({ type: v.literal('stopped') }),
  v.object({ type: v.literal('failed'), message: v.string() }),
  v.object({ type: v.literal('opcodes'), pickle: count, page: count, rows: rowsSchema, total: count }),
  v.object({ type: v.literal('located'), pickle: count, row: count }),
]);

/** The message when it is one of ours, otherwise undefined (other frames may post to the same window). */
export function parseToModelPage(message: unknown): ToModelPage | undefined {
  const parsed = v.safeParse(toPageSchema, message);
  return parsed.success ? parsed.output : undefined;
}
