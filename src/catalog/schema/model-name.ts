import * as v from 'valibot';
import { EFFECTS } from './pickle-global';

/** What kind of name a model file uses. */
export const MODEL_NAME_KINDS = [
  'keras-class',
  'keras-module',
  'keras-package',
  'keras-function',
  'tensorflow-op',
  'tensorflow-function',
  'onnx-op',
  'onnx-domain',
  'tflite-op',
  'executorch-namespace',
] as const;

export type ModelNameKind = (typeof MODEL_NAME_KINDS)[number];

/**
 * Names by which model files other than pickles say what is to be done: layers, operations of a graph, domains of operations.
 * What is on no list is unknown code. The more exact entry wins: a name before a pattern.
 */
export const modelNameSchema = v.strictObject({
  of: v.picklist(MODEL_NAME_KINDS),
  /** The module (Keras) or domain (ONNX) that the names are in, where the kind has any. */
  in: v.optional(v.string()),
  /** `*` at the end stands for anything. */
  names: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[^*\s]*\*?$/u))), v.minLength(1)),
  /** `safe`: the framework's own, and harmless; `suspicious`: no proof either way; `malicious`: no model needs it. */
  verdict: v.picklist(['safe', 'suspicious', 'malicious']),
  does: v.optional(v.picklist(EFFECTS)),
});

export type ModelName = v.InferOutput<typeof modelNameSchema>;
