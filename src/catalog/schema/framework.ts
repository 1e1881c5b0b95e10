import * as v from 'valibot';
import { entryFields, ids, statusSchema, text } from './entry';

/** A list that others refer to: an edition of an OWASP Top 10, MITRE ATLAS, a NIST publication, ... */
export const frameworkSchema = v.strictObject({
  ...entryFields,
  /** As printed on it: `2026`, `1.1`, `2026.09`. */
  edition: text,
  publisher: text,
  /** When this edition came out, `2026-08-03` or as much of it as is known. */
  date: v.optional(text),
  /** The kind its entries are kept under. */
  members: v.picklist(['risks', 'weaknesses', 'techniques', 'items']),
  /** What the publisher calls its entries, in the plural: `subcategories`, `tasks`, `controls`. */
  memberName: text,
  /** Terms of its text. We carry ids and titles, never sentences. */
  licence: v.optional(text),
  /** A newer edition exists; kept because findings and documents still name it. */
  superseded: v.optional(v.boolean(), false),
});

/** An entry of a framework that has no kind of its own: a NIST subcategory, an AICM control, a SLSA level. */
export const itemSchema = v.strictObject({
  ...entryFields,
  framework: text,
  /** The id as people write it: `GOVERN 1.6`, `PW.4.4`, `MDS-02`. */
  label: text,
  /** The item it is a part of: a subcategory's category, a control's domain. */
  parent: v.optional(text),
  /** A level, priority or severity that the framework gives it. */
  level: v.optional(text),
  /** Our controls that answer it. */
  controls: ids,
  stages: ids,
  risks: ids,
  techniques: ids,
  weaknesses: ids,
  /** Other items it corresponds to, also of other frameworks. */
  items: ids,
  /** Parts with an id of their own: `R1`, `C2`. */
  points: v.optional(v.array(v.strictObject({ id: text, text })), []),
  /** Why no control of ours answers it. */
  outside: v.optional(text),
  mappingStatus: v.optional(statusSchema),
});

/** Where facts were read: a document or repository, and its state then. */
export const sourceSchema = v.strictObject({
  id: text,
  title: text,
  summary: text,
  url: v.optional(v.pipe(v.string(), v.url(), v.startsWith('https://'))),
  /** State that was read: an edition or a date. */
  read: v.optional(text),
  licence: v.optional(text),
});

/** An id that is no longer in use and what stands in its place. */
export const retiredSchema = v.strictObject({
  id: text,
  title: text,
  /** References with their kind: `techniques/AML.T0115.000`. */
  replacedBy: v.pipe(v.array(text), v.minLength(1)),
  note: v.optional(text),
});

/** What people say instead of what the catalog says. */
export const synonymSchema = v.strictObject({
  words: v.pipe(v.array(text), v.minLength(1)),
  /** The entries that are meant, best first, with their kind: `risks/owasp-llm-2026:LLM01`. */
  entries: v.pipe(v.array(text), v.minLength(1)),
});

export type Framework = v.InferOutput<typeof frameworkSchema>;
export type Item = v.InferOutput<typeof itemSchema>;
export type Source = v.InferOutput<typeof sourceSchema>;
export type Retired = v.InferOutput<typeof retiredSchema>;
export type Synonym = v.InferOutput<typeof synonymSchema>;
