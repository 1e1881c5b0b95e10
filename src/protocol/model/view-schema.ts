import * as v from 'valibot';
import { VERDICTS } from '../../models/verdict/finding';
import type { ModelView } from '../../report/model/view/model-view';

const count = v.pipe(v.number(), v.minValue(0));
const text = v.string();
const verdict = v.picklist(VERDICTS);
const fact = v.object({ label: text, value: text });

const target = v.variant('kind', [
  v.object({ kind: v.literal('opcode'), pickle: count, offset: count }),
  v.object({ kind: v.literal('line'), text: count, line: count }),
]);

/** Checks a model's view where it enters the page. */
export const viewSchema: v.GenericSchema<unknown, ModelView> = v.object({
  name: text,
  size: count,
  format: text,
  verdict,
  complete: v.boolean(),
  words: v.array(text),
  findings: v.array(
    v.object({
      verdict,
      message: text,
      place: text,
      code: v.exactOptional(text),
      count,
      target: v.exactOptional(target),
    }),
  ),
  moreFindings: count,
  overview: v.array(fact),
  properties: v.array(v.object({ ...fact.entries, where: text })),
  moreProperties: count,
  members: v.array(v.object({ path: text, format: text, size: count, verdict })),
  moreMembers: count,
  tensors: v.array(v.object({ name: text, shape: text, type: text, size: v.exactOptional(count) })),
  moreTensors: count,
  pickles: v.array(
    v.object({
      where: text,
      title: text,
      opcodes: count,
      imports: v.array(v.object({ name: text, verdict, why: text, offset: count, count, calls: count })),
      calls: v.array(v.object({ offset: count, code: text, verdict })),
    }),
  ),
  texts: v.array(v.object({ title: text, language: text, text, where: text, marks: v.array(count) })),
  links: v.array(v.object({ title: text, entry: text })),
});
