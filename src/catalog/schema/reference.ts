import * as v from 'valibot';
import { entryFields, ids, statusSchema, text } from './entry';

/** A risk of one edition of a list. The id carries the edition: `owasp-llm-2026:LLM04`. */
export const riskSchema = v.strictObject({
  ...entryFields,
  framework: v.string(),
  edition: v.string(),
  /** The id as people write it: `LLM04:2026`. */
  label: v.string(),
  /** The same risk in another edition. */
  same: ids,
  controls: ids,
  cwe: ids,
  atlas: ids,
  /** Items of other frameworks that ask for what closes it, by our own reading. */
  items: ids,
  /** What the list's own appendix maps it to, with the kind: `tactics/AML.TA0004`, `items/aicm:STA`. */
  official: v.optional(
    v.array(v.strictObject({ entry: text, weight: v.picklist(['primary', 'supporting']) })),
    [],
  ),
  /** OpenSSF tools that help. */
  tools: ids,
  /** What no OpenSSF tool helps with. */
  unhelped: v.optional(text),
  /** How sure we are of controls, CWE and ATLAS ids, where that differs from `status`. */
  mappingStatus: v.optional(statusSchema),
});

/** A CWE entry. */
export const weaknessSchema = v.strictObject(entryFields);

/** A MITRE ATLAS tactic: what an attacker wants to reach. */
export const tacticSchema = v.strictObject(entryFields);

/** A MITRE ATLAS technique. */
export const techniqueSchema = v.strictObject({
  ...entryFields,
  /** Of a sub-technique: the technique it belongs to. */
  parent: v.optional(text),
  tactics: ids,
  /** Stages of both lifecycles where it bites most. */
  stages: ids,
  platforms: v.optional(v.array(v.picklist(['predictive', 'generative', 'agentic', 'enterprise'])), []),
  maturity: v.optional(v.picklist(['realized', 'demonstrated', 'feasible'])),
  /** How sure we are of the stages, where that differs from `status`. */
  mappingStatus: v.optional(statusSchema),
});

export const controlSchema = v.strictObject({
  ...entryFields,
  stages: v.array(text),
  /** Tools that put it into practice. */
  tools: ids,
});

export const roleSchema = v.strictObject({
  ...entryFields,
  group: v.string(),
  /** The OpenSSF persona: `Pang the Product Security Engineer`. */
  persona: v.optional(text),
  aliases: ids,
});

export const toolSchema = v.strictObject({
  ...entryFields,
  /** Who keeps it: `OpenSSF`, `OWASP`, `other`. */
  home: v.string(),
  stages: ids,
  licence: v.optional(text),
  /** Of an OpenSSF project: its stage there, such as `Incubating`. */
  standing: v.optional(text),
  /** What it does for machine learning, and what it leaves open. */
  closes: v.optional(text),
  leaves: v.optional(text),
  /** How its use shows in a repository. */
  traces: v.optional(text),
  aliases: ids,
});

export type Risk = v.InferOutput<typeof riskSchema>;
export type Weakness = v.InferOutput<typeof weaknessSchema>;
export type Tactic = v.InferOutput<typeof tacticSchema>;
export type Technique = v.InferOutput<typeof techniqueSchema>;
export type Control = v.InferOutput<typeof controlSchema>;
export type Role = v.InferOutput<typeof roleSchema>;
export type Tool = v.InferOutput<typeof toolSchema>;
