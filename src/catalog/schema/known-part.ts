import * as v from 'valibot';

/**
 * What is publicly known of models, services and libraries: how open they are, under which license and by whom. The first entry
 * that fits a name counts.
 */
export const knownPartSchema = v.strictObject({
  /** Which lists of parts it speaks of. */
  of: v.picklist(['hub', 'hosted', 'pypi', 'npm', 'image', 'dataset', 'product']),
  /** Names, in lower case; `*` stands for any characters. */
  names: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[^A-Z\s]+$/u))), v.minLength(1)),
  openness: v.picklist(['open-source', 'open-weight', 'closed-service', 'unknown']),
  /** Who makes it. */
  provider: v.optional(v.string()),
  /** SPDX id, or the name of terms that have none: `Llama 3.1 Community License`. */
  license: v.optional(v.string()),
  /** What limits the answer, as the end of a sentence. */
  because: v.optional(v.string()),
  /** Where that was read. */
  url: v.pipe(v.string(), v.url()),
  /** As of: `2026-11`. */
  asOf: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/u)),
  /** The day on which the entry was last held against public text; left out where that was not done since it was written. */
  checked: v.optional(v.pipe(v.string(), v.isoDate())),
});

export type KnownPart = v.InferOutput<typeof knownPartSchema>;
