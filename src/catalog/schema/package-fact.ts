import * as v from 'valibot';

const ecosystem = v.picklist(['pypi', 'npm']);

/** Names of packages that many projects ask for, and names near to them that are packages in their own right. */
export const packageNamesSchema = v.strictObject({
  ecosystem,
  /** `popular`: names that others are mistyped for. `neighbour`: real packages that are one letter away from one. */
  are: v.picklist(['popular', 'neighbour']),
  topic: v.optional(v.literal('machine-learning')),
  names: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9@][a-z0-9@/._-]*$/u))), v.minLength(1)),
});

/** A name that is asked for by mistake: the package of this name is not the one that is meant. */
export const packageMistakeSchema = v.strictObject({
  ecosystem,
  name: v.string(),
  /** What is meant. */
  instead: v.string(),
  /** What the package of this name is, as the end of a sentence that begins with the name. */
  is: v.string(),
  /** Whether somebody has spread malware by this name. */
  hostile: v.optional(v.boolean()),
  docs: v.optional(v.string()),
});

/** Versions of a package that let whoever sends it data or a model run code, or that carry malware. */
export const packageAdvisorySchema = v.strictObject({
  ecosystem,
  name: v.string(),
  /** `CVE-2025-32434`, or another id by which it is known. */
  id: v.string(),
  /** Clauses joined by commas, alternatives by `||`: `>=3.0,<3.9`. */
  affected: v.pipe(v.string(), v.regex(/^(?:(?:<=?|>=?|==)\d[\w.]*(?:,|\|\||$))+$/u)),
  /** The first version without it; left out where none is known. */
  fixed: v.optional(v.string()),
  /** What can be done, as the end of a sentence that begins with the package. */
  does: v.string(),
  docs: v.string(),
});

export type PackageNames = v.InferOutput<typeof packageNamesSchema>;
export type PackageMistake = v.InferOutput<typeof packageMistakeSchema>;
export type PackageAdvisory = v.InferOutput<typeof packageAdvisorySchema>;
