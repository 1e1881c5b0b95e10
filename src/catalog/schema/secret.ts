import * as v from 'valibot';

/** The format of one provider's key, as its documentation or its own tools describe it. */
export const secretFormatSchema = v.strictObject({
  id: v.string(),
  provider: v.string(),
  title: v.string(),
  /** Fixed text every such key holds; used as trigger word. */
  prefix: v.string(),
  /** JavaScript regular expression of the whole key, without anchors. Must be linear: no nested quantifiers. */
  pattern: v.string(),
  /** The usual environment variable, used by the fix. */
  environment: v.string(),
  docs: v.optional(v.string()),
});

export type SecretFormat = v.InferOutput<typeof secretFormatSchema>;
