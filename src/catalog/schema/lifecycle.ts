import * as v from 'valibot';
import { entryFields, ids, lines, statusSchema, text } from './entry';

/** One lifecycle: its stages in order and the edges of its diagram. */
export const lifecycleSchema = v.strictObject({
  ...entryFields,
  stages: v.array(v.string()),
  /** Directed edges between stages, with what flows along them. */
  flows: v.array(v.strictObject({ from: v.string(), to: v.string(), label: v.string() })),
});

/** What security artifacts are, by what one can do with them. */
export const ARTIFACT_FORMS = [
  'signature',
  'provenance',
  'bom',
  'scan-report',
  'card',
  'hash',
  'evaluation',
  'policy',
  'record',
] as const;

/** What a stage produces or consumes. */
const artifactSchema = v.strictObject({
  title: v.string(),
  direction: v.picklist(['consumed', 'produced', 'both']),
  /** Security artifacts are evidence about others: signature, provenance, SBOM, scan report, model card. */
  security: v.optional(v.boolean(), false),
  /** Of a security artifact: what it is. */
  form: v.optional(v.picklist(ARTIFACT_FORMS)),
});

const checkSchema = v.strictObject({ title: v.string(), controls: ids });

export const stageSchema = v.strictObject({
  ...entryFields,
  lifecycle: v.string(),
  number: v.number(),
  /** Fits into the node of the diagram. */
  shortTitle: v.pipe(v.string(), v.maxLength(16)),
  aliases: ids,
  domain: v.string(),
  artifacts: v.array(artifactSchema),
  checks: v.array(checkSchema),
  roles: v.strictObject({ lead: v.array(v.string()), supports: ids }),
  risks: v.array(v.string()),
  controls: v.array(v.string()),
  tools: v.array(v.string()),
  /** What to do at this stage, one line each. */
  guidance: v.array(v.string()),
  /** What is signed here, and what is verified before it is used. */
  signing: v.optional(v.strictObject({ sign: lines, verify: lines }), { sign: [], verify: [] }),
  /** How an attack looks at this stage. */
  attacks: v.optional(v.array(v.strictObject({ risk: text, text })), []),
  /** How to tell that a file belongs to this stage: glob patterns of its path and modules it imports. */
  signals: v.strictObject({ paths: ids, imports: ids }),
  /** How sure we are of artifacts, checks, controls and further tools, where that differs from `status`. */
  mappingStatus: v.optional(statusSchema),
});

export type Lifecycle = v.InferOutput<typeof lifecycleSchema>;
export type Stage = v.InferOutput<typeof stageSchema>;
