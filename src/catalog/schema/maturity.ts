import * as v from 'valibot';
import { entryFields, ids, text } from './entry';

/** A sign in a repository that a control is in place, or that it is not. */
export const evidenceSchema = v.strictObject({
  ...entryFields,
  polarity: v.picklist(['for', 'against']),
  /** What to look for: files, settings, calls. */
  detect: text,
  /** Of evidence for: how surely the sign means what it says. */
  confidence: v.optional(v.picklist(['high', 'medium', 'low'])),
  /** Of evidence against: how much it counts. High holds a dimension at level 0, medium at level 1. */
  severity: v.optional(v.picklist(['high', 'medium', 'low', 'info'])),
  controls: ids,
  risks: ids,
  weaknesses: ids,
});

export const maturityLevelSchema = v.strictObject({
  ...entryFields,
  number: v.number(),
  /** Levels of other models that ask for about the same. */
  elsewhere: v.optional(v.array(v.strictObject({ framework: text, level: text })), []),
});

export const maturityDimensionSchema = v.strictObject({
  ...entryFields,
  /** Fits into a sign of the diagram. */
  shortTitle: v.pipe(text, v.maxLength(14)),
  stages: v.pipe(v.array(text), v.minLength(1)),
  /** Each line asks for one of the evidence it names, from that level on. */
  asks: v.array(v.strictObject({ level: text, anyOf: v.pipe(v.array(text), v.minLength(1)) })),
});

export type Evidence = v.InferOutput<typeof evidenceSchema>;
export type MaturityLevel = v.InferOutput<typeof maturityLevelSchema>;
export type MaturityDimension = v.InferOutput<typeof maturityDimensionSchema>;
