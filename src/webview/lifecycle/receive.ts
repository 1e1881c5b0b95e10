import { ENTRY_KINDS } from '../../catalog/entry-kinds';
import { LINEAGE_PLACES } from '../../diagram/lineage/lineage-input';
import type { ToPanel } from '../../protocol/panel';
import { flag, listOf, number, object, oneOf, optional, recordOf, text, type Shape } from './state/shape';

/**
 * A light check of what arrives: the parts that drawing relies on. The host has checked the catalog against its schema, so
 * that here only the shape of its lists matters, which also keeps the first drawing quick.
 */
const texts = listOf(text);
const entries = listOf(object({ id: text, title: text }));

const catalog = object({
  ...Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, entries])),
  lifecycles: listOf(object({ id: text, title: text, stages: texts, flows: listOf(object({})) })),
  stages: listOf(object({ id: text, title: text, lifecycle: text, number })),
  rules: entries,
});

const finding = object({
  id: text,
  ruleId: text,
  message: text,
  severity: oneOf('error', 'warning', 'info'),
  uri: text,
  range: object({ start: object({ line: number }) }),
  risks: texts,
});

const snapshot = object({
  findings: recordOf(object({ total: number, shown: listOf(finding) })),
  totals: object({ error: number, warning: number, info: number }),
  editor: optional(object({ name: text, stages: texts })),
  followEditor: flag,
  scanning: flag,
  scanned: flag,
});

const part = object({
  id: text,
  name: text,
  kind: text,
  stages: texts,
  facts: listOf(object({ name: text, text })),
  uses: texts,
});

const supply = object({
  parts: listOf(part),
  total: number,
  lineage: object({
    nodes: listOf(object({ id: text, name: text, place: oneOf(...LINEAGE_PLACES), kind: texts })),
    links: listOf(object({ from: text, to: text, text })),
    legend: listOf(object({ text })),
  }),
  leftOut: number,
});

const id = optional(text);

const MESSAGES: Readonly<Record<ToPanel['type'], Shape>> = {
  catalog: object({ catalog }),
  snapshot: object({ snapshot }),
  supply: object({ supply: optional(supply) }),
  select: object({
    ...{ rule: id, stage: id, risk: id, entry: id, overlay: id, lifecycle: id },
    view: optional(oneOf('diagram', 'compare', 'crosswalk', 'lineage')),
  }),
  found: object({
    query: text,
    hits: listOf(object({ kind: oneOf(...ENTRY_KINDS, 'rules'), id: text, title: text, label: text })),
  }),
  draw: object({ svg: text, scale: number }),
};

const typed = object({ type: oneOf(...Object.keys(MESSAGES)) });

/** The message when it is one of ours, otherwise undefined (other frames may post to the same window). */
export function receive(data: unknown): ToPanel | undefined {
  if (!typed(data)) return undefined;
  const message = data as ToPanel;
  return MESSAGES[message.type](message) ? message : undefined;
}
