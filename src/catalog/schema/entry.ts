import * as v from 'valibot';

/**
 * What every catalog entry has. `status` says how sure we are of the entry and is shown in the interface: `verified` was
 * read in `source`; `synthesis` is our own mapping or proposal; `unverified` is background knowledge.
 */
export const linkSchema = v.strictObject({
  title: v.string(),
  url: v.pipe(v.string(), v.url(), v.startsWith('https://')),
});

export const statusSchema = v.picklist(['verified', 'synthesis', 'unverified']);

/** A text that says something. */
export const text = v.pipe(v.string(), v.minLength(1));

/** Ids of other entries; which kind they belong to is said by `references.ts`. */
export const ids = v.optional(v.array(text), []);

/** Lines of text, none unless given. */
export const lines = v.optional(v.array(text), []);

export const entryFields = {
  id: text,
  title: text,
  /** One or two sentences for a developer, in our own words. */
  summary: text,
  links: v.optional(v.array(linkSchema), []),
  /** Where the facts come from: the id of a source (`WP`, `LLM26`, ...). */
  source: text,
  status: statusSchema,
};

export type Link = v.InferOutput<typeof linkSchema>;
export type Status = v.InferOutput<typeof statusSchema>;
