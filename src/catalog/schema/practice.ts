import * as v from 'valibot';
import { ASSETS } from '../assets';
import { entryFields, ids, lines, statusSchema, text } from './entry';

const stepSchema = v.strictObject({
  title: text,
  text,
  /** When to stop instead of going on: "the signature is invalid". */
  gate: v.optional(text),
  /** What the step leaves behind that others can check. */
  evidence: v.optional(text),
  /** Commands of open-source tools, one a line, as they are typed. */
  commands: lines,
  code: v.optional(v.strictObject({ language: text, text })),
});

/**
 * A page on how to do it well. There is one for every control, stage and OWASP risk, with the id `controls/C06`,
 * `stages/data-engineering` or `risks/owasp-ml-2023:ML01`; recipes and implementation guides have ids of their own.
 */
export const guidanceSchema = v.strictObject({
  ...entryFields,
  form: v.picklist(['practice', 'recipe', 'guide']),
  steps: v.pipe(v.array(stepSchema), v.minLength(1)),
  /** What it does not protect against; every page says so. */
  limits: v.pipe(v.array(text), v.minLength(1)),
  stages: ids,
  risks: ids,
  controls: ids,
  tools: ids,
  items: ids,
});

/** Who does what: one activity and the roles that are responsible, accountable, consulted and informed. */
export const activitySchema = v.strictObject({
  ...entryFields,
  stages: v.array(text),
  responsible: v.pipe(v.array(text), v.minLength(1)),
  accountable: v.array(text),
  consulted: ids,
  informed: ids,
  controls: ids,
});

/** Something that needs protection and the tools that give it, fully, partly or not at all. */
export const gapSchema = v.strictObject({
  ...entryFields,
  /** Whether the OpenSSF tools close it; `outside` is out of the reach of supply-chain tools by its nature. */
  verdict: v.picklist(['closes', 'partly', 'open', 'outside']),
  reason: text,
  tools: ids,
  /** Tools from elsewhere that help. */
  alternatives: ids,
  stages: v.pipe(v.array(text), v.minLength(1)),
  risks: ids,
  controls: ids,
});

/** An entry of the working group's own list of threats. */
export const threatSchema = v.strictObject({
  ...entryFields,
  aliases: ids,
  risks: ids,
  techniques: ids,
  controls: v.pipe(v.array(text), v.minLength(1)),
  stages: v.pipe(v.array(text), v.minLength(1)),
  tools: ids,
  /** Whether an OpenSSF tool covers it, and why. */
  covered: v.picklist(['yes', 'partly', 'no']),
  reason: text,
  mappingStatus: v.optional(statusSchema),
});

/** A place where something from outside enters: open for anybody to look at, or closed. */
export const entryPointSchema = v.strictObject({
  ...entryFields,
  asset: v.picklist(ASSETS),
  openness: v.picklist(['open', 'closed']),
  stages: v.pipe(v.array(text), v.minLength(1)),
  /** What can go wrong. */
  dangers: v.pipe(v.array(text), v.minLength(1)),
  /** What one can check. */
  verify: v.pipe(v.array(text), v.minLength(1)),
  /** What cannot be checked and must be trusted. */
  trust: v.pipe(v.array(text), v.minLength(1)),
  controls: ids,
  risks: ids,
});

/** What a stage of the classic lifecycle becomes in the one for LLMs. */
export const comparisonSchema = v.strictObject({
  ...entryFields,
  classic: text,
  llm: v.pipe(v.array(text), v.minLength(1)),
  same: lines,
  new: lines,
  gone: lines,
});

export type Guidance = v.InferOutput<typeof guidanceSchema>;
export type Activity = v.InferOutput<typeof activitySchema>;
export type Gap = v.InferOutput<typeof gapSchema>;
export type Threat = v.InferOutput<typeof threatSchema>;
export type EntryPoint = v.InferOutput<typeof entryPointSchema>;
export type Comparison = v.InferOutput<typeof comparisonSchema>;
