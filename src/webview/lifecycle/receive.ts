import * as v from 'valibot';
import { ENTRY_KINDS } from '../../catalog/entry-kinds';
import type { ToPanel } from '../../protocol/panel';

/**
 * A light check of what arrives: the parts that drawing relies on. The host has checked the catalog against its schema, so
 * that here only the shape of its lists matters, which also keeps the first drawing quick.
 */
const id = v.optional(v.string());
const texts = v.array(v.string());
const entries = v.array(v.looseObject({ id: v.string(), title: v.string() }));

const catalog = v.looseObject({
  ...Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, entries])),
  lifecycles: v.array(v.looseObject({ id: v.string(), stages: texts, flows: v.array(v.looseObject({})) })),
  stages: v.array(
    v.looseObject({ id: v.string(), title: v.string(), lifecycle: v.string(), number: v.number() }),
  ),
  rules: entries,
});

const finding = v.looseObject({
  id: v.string(),
  ruleId: v.string(),
  message: v.string(),
  severity: v.picklist(['error', 'warning', 'info']),
  uri: v.string(),
  range: v.looseObject({ start: v.looseObject({ line: v.number() }) }),
  risks: texts,
});

const snapshot = v.looseObject({
  findings: v.record(v.string(), v.looseObject({ total: v.number(), shown: v.array(finding) })),
  totals: v.strictObject({ error: v.number(), warning: v.number(), info: v.number() }),
  editor: v.optional(v.looseObject({ name: v.string(), stages: texts })),
  followEditor: v.boolean(),
  scanning: v.boolean(),
  scanned: v.boolean(),
});

const hit = v.looseObject({
  kind: v.picklist([...ENTRY_KINDS, 'rules']),
  id: v.string(),
  title: v.string(),
  label: v.string(),
});

const message = v.variant('type', [
  v.looseObject({ type: v.literal('catalog'), catalog }),
  v.looseObject({ type: v.literal('snapshot'), snapshot }),
  v.looseObject({
    type: v.literal('select'),
    ...{ rule: id, stage: id, risk: id, entry: id, overlay: id, lifecycle: id },
    view: v.optional(v.picklist(['diagram', 'compare', 'crosswalk'])),
  }),
  v.looseObject({ type: v.literal('found'), query: v.string(), hits: v.array(hit) }),
  v.looseObject({
    type: v.literal('draw'),
    svg: v.string(),
    scale: v.pipe(v.number(), v.minValue(0.1), v.maxValue(8)),
  }),
]);

/** The message when it is one of ours, otherwise undefined (other frames may post to the same window). */
export function receive(data: unknown): ToPanel | undefined {
  return v.is(message, data) ? (data as unknown as ToPanel) : undefined;
}
