import * as v from 'valibot';
import { SEVERITIES } from '../../analysis/severity';
import { ENTRY_KINDS } from '../../catalog/entry-kinds';
import type {
  AgentToolResult,
  DocumentStagesResult,
  ExportResult,
  FindingsParams,
  OverlaysResult,
  ScanResult,
  SearchResult,
  StatusParams,
} from '../../protocol/messages';

/** Checks of what the server sends, at the one place where it enters the extension. */
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.object({ line: count, character: count });
const range = v.object({ start: position, end: position });
const texts = v.array(v.string());

const finding = v.pipe(
  v.object({
    id: v.string(),
    ruleId: v.string(),
    ruleTitle: v.string(),
    subject: v.string(),
    message: v.string(),
    severity: v.picklist(SEVERITIES),
    confidence: v.picklist(['certain', 'probable']),
    uri: v.string(),
    range,
    cell: v.optional(count),
    excerpt: v.string(),
    stages: texts,
    risks: texts,
    path: v.array(v.object({ location: v.object({ uri: v.string(), range }), label: v.string() })),
  }),
  // An absent cell is left out rather than undefined, as the protocol says.
  v.transform(({ cell, ...rest }) => (cell === undefined ? rest : { ...rest, cell })),
);

export const findingsSchema: v.GenericSchema<unknown, FindingsParams> = v.object({
  uri: v.string(),
  findings: v.array(finding),
});

export const statusSchema: v.GenericSchema<unknown, StatusParams> = v.object({
  state: v.picklist(['idle', 'scanning']),
  filesDone: count,
  filesTotal: count,
  attention: v.string(),
});

export const scanResultSchema: v.GenericSchema<unknown, ScanResult> = v.object({
  files: count,
  findings: count,
  milliseconds: v.number(),
  cancelled: v.boolean(),
  problems: v.array(v.object({ uri: v.string(), message: v.string() })),
});

export const documentStagesSchema: v.GenericSchema<unknown, DocumentStagesResult> = v.object({
  stages: texts,
});

export const agentToolSchema: v.GenericSchema<unknown, AgentToolResult> = v.object({
  text: v.string(),
  failed: v.boolean(),
});

export const searchSchema: v.GenericSchema<unknown, SearchResult> = v.object({
  hits: v.array(
    v.object({
      kind: v.picklist([...ENTRY_KINDS, 'rules']),
      id: v.string(),
      title: v.string(),
      label: v.string(),
      why: v.picklist(['id', 'synonym', 'title', 'text']),
    }),
  ),
});

export const overlaysSchema: v.GenericSchema<unknown, OverlaysResult> = v.object({
  overlays: v.array(v.object({ id: v.string(), title: v.string(), group: v.string() })),
});

export const exportSchema: v.GenericSchema<unknown, ExportResult> = v.object({ text: v.string() });
