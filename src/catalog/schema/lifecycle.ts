import * as v from 'valibot';
import { entryFields, statusSchema } from './entry';

const ids = v.optional(v.array(v.string()), []);

/** One lifecycle: its stages in order and the edges of its diagram. */
export const lifecycleSchema = v.strictObject({
  ...entryFields,
  stages: v.array(v.string()),
  /** Directed edges between stages, with what flows along them. */
  flows: v.array(v.strictObject({ from: v.string(), to: v.string(), label: v.string() })),
});

/** What a stage produces or consumes. */
const artifactSchema = v.strictObject({
  title: v.string(),
  direction: v.picklist(['consumed', 'produced', 'both']),
  /** Security artifacts are evidence about others: signature, provenance, SBOM, scan report, model card. */
  security: v.optional(v.boolean(), false),
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
  /** How to tell that a file belongs to this stage: glob patterns of its path and modules it imports. */
  signals: v.strictObject({ paths: ids, imports: ids }),
  /** How sure we are of artifacts, checks, controls and further tools, where that differs from `status`. */
  mappingStatus: v.optional(statusSchema),
});

export type Lifecycle = v.InferOutput<typeof lifecycleSchema>;
export type Stage = v.InferOutput<typeof stageSchema>;
