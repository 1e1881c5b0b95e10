import * as v from 'valibot';
import { entryFields, statusSchema } from './entry';

const ids = v.optional(v.array(v.string()), []);

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
  /** How sure we are of controls, CWE and ATLAS ids, where that differs from `status`. */
  mappingStatus: v.optional(statusSchema),
});

/** A CWE entry. */
export const weaknessSchema = v.strictObject(entryFields);

/** A MITRE ATLAS technique. */
export const techniqueSchema = v.strictObject(entryFields);

export const controlSchema = v.strictObject({ ...entryFields, stages: v.array(v.string()) });

export const roleSchema = v.strictObject({ ...entryFields, group: v.string() });

export const toolSchema = v.strictObject({
  ...entryFields,
  /** Who keeps it: `OpenSSF`, `OWASP`, `other`. */
  home: v.string(),
  stages: ids,
});

export type Risk = v.InferOutput<typeof riskSchema>;
export type Weakness = v.InferOutput<typeof weaknessSchema>;
export type Technique = v.InferOutput<typeof techniqueSchema>;
export type Control = v.InferOutput<typeof controlSchema>;
export type Role = v.InferOutput<typeof roleSchema>;
export type Tool = v.InferOutput<typeof toolSchema>;
