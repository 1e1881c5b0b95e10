import * as v from 'valibot';
import { PROJECT_TRAITS } from '../project-traits';
import { entryFields, ids, text } from './entry';

/** Roughly how long a step takes somebody who knows the project. The order is that of steps: the cheapest first. */
export const EFFORTS = ['minutes', 'hours', 'days'] as const;

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
  /** Of evidence for: what a project has that it is asked of, one of them. Asked of every project when left out. */
  needs: v.optional(v.array(v.picklist(PROJECT_TRAITS)), []),
  /** Of evidence for: why it may be there without the repository showing it. Such evidence can be attested. */
  elsewhere: v.optional(text),
  /** What it takes to bring the evidence, or to remove what speaks against. */
  cost: v.optional(v.strictObject({ effort: v.picklist(EFFORTS), why: text })),
  /** Id of the template of a file that gives a beginning. */
  template: v.optional(text),
  /** Of evidence against: ids of the rules whose findings it is made of. */
  rules: ids,
  /** Of evidence against: why no rule finds it. */
  unruled: v.optional(text),
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
  /** Evidence against that holds it down, as far as its severity says. */
  cappedBy: ids,
});

export type Evidence = v.InferOutput<typeof evidenceSchema>;
export type MaturityLevel = v.InferOutput<typeof maturityLevelSchema>;
export type MaturityDimension = v.InferOutput<typeof maturityDimensionSchema>;
export type Effort = (typeof EFFORTS)[number];
