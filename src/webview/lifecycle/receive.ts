import * as v from 'valibot';
import type { ToPanel } from '../../protocol/panel';

/**
 * A light check of what arrives: the parts that drawing relies on. The catalog was checked against its schema when it was
 * built, so that here only the shape of its lists matters.
 */
const texts = v.array(v.string());
const entries = v.array(v.looseObject({ id: v.string(), title: v.string() }));

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
  catalog: v.looseObject({
    lifecycles: v.array(v.looseObject({ id: v.string(), stages: texts, flows: v.array(v.looseObject({})) })),
    stages: v.array(
      v.looseObject({ id: v.string(), title: v.string(), lifecycle: v.string(), number: v.number() }),
    ),
    risks: entries,
    weaknesses: entries,
    techniques: entries,
    controls: entries,
    roles: entries,
    tools: entries,
    rules: entries,
  }),
  findings: v.record(v.string(), v.looseObject({ total: v.number(), shown: v.array(finding) })),
  totals: v.strictObject({ error: v.number(), warning: v.number(), info: v.number() }),
  editor: v.optional(v.looseObject({ name: v.string(), stages: texts })),
  followEditor: v.boolean(),
  scanning: v.boolean(),
  scanned: v.boolean(),
});

const message = v.variant('type', [
  v.looseObject({ type: v.literal('snapshot'), snapshot }),
  v.looseObject({
    type: v.literal('select'),
    stage: v.optional(v.string()),
    risk: v.optional(v.string()),
    rule: v.optional(v.string()),
  }),
]);

/** The message when it is one of ours, otherwise undefined (other frames may post to the same window). */
export function receive(data: unknown): ToPanel | undefined {
  return v.is(message, data) ? (data as unknown as ToPanel) : undefined;
}
