import * as v from 'valibot';
import type { SignatureResult, SignatureView } from '../../report/signing/signature-view';

const text = v.string();
const texts = v.array(text);

const result = {
  at: v.pipe(text, v.isoTimestamp()),
  signer: v.exactOptional(text),
  trust: v.exactOptional(text),
  content: v.exactOptional(text),
  problems: texts,
  moreProblems: v.pipe(v.number(), v.minValue(0)),
  notes: texts,
  canRemember: v.boolean(),
};

/** Checks what a verification came to. */
export const signatureResultSchema: v.GenericSchema<unknown, SignatureResult> = v.object({
  state: v.picklist(['verified', 'failed', 'impossible']),
  ...result,
});

/** Checks what is shown of a signature. */
export const signatureViewSchema: v.GenericSchema<unknown, SignatureView> = v.variant('state', [
  v.object({ state: v.literal('absent') }),
  v.object({ state: v.literal('unverified'), file: text }),
  v.object({ state: v.literal('elsewhere'), file: text, command: text }),
  v.object({ state: v.literal('running'), text }),
  v.object({ state: v.picklist(['verified', 'failed', 'impossible']), ...result }),
]);
