import * as v from 'valibot';

/** Libraries that are part of an AI supply chain: frameworks, clients of models, stores of vectors, evaluations. */
export const aiLibrarySchema = v.strictObject({
  ecosystem: v.picklist(['pypi', 'npm']),
  /** As of: `2026-11`. */
  asOf: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/u)),
  names: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9@][a-z0-9@/._-]*$/u))), v.minLength(1)),
  /** Modules that projects often have of their own under the same name: an import alone does not tell which is meant. */
  ambiguous: v.optional(v.array(v.string())),
  /** Top-level modules that are not called as their package is: `{ sklearn: scikit-learn }`. */
  modules: v.optional(v.record(v.string(), v.string())),
});

export type AiLibraries = v.InferOutput<typeof aiLibrarySchema>;
