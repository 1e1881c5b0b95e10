import * as v from 'valibot';
import { text } from './entry';

/** A file to begin with, made when somebody asks for it. What is to be filled in stands as `<fill in: …>` and counts as evidence of nothing. */
export const templateSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z-]*$/u)),
  title: text,
  /** Where the file usually is, relative to the root, with `/`. */
  path: v.pipe(v.string(), v.regex(/^[\w.][\w./-]*$/u)),
  text: v.pipe(text, v.endsWith('\n')),
});

export type Template = v.InferOutput<typeof templateSchema>;
