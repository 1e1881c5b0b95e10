import * as v from 'valibot';

/** The format of one provider's key, as its documentation or its own tools describe it. */
export const secretFormatSchema = v.strictObject({
  id: v.string(),
  provider: v.string(),
  title: v.string(),
  /** Fixed text every such key holds; used as trigger word. Left out only where `context` is given. */
  prefix: v.optional(v.string()),
  /** JavaScript regular expression of the whole key, without anchors. Must be linear: no nested quantifiers. */
  pattern: v.string(),
  /** The usual environment variable, used by the fix. */
  environment: v.string(),
  docs: v.optional(v.string()),
  /**
   * For keys that look like any other hexadecimal or random text: they are told by where they stand. `labels` are names
   * a literal is given to (compared without case and `_`), `modules` the packages to whose calls it is passed as a key.
   */
  context: v.optional(v.strictObject({ labels: v.array(v.string()), modules: v.array(v.string()) })),
});

export type SecretFormat = v.InferOutput<typeof secretFormatSchema>;
