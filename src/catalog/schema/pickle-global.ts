import * as v from 'valibot';

/** What calling such a function does to the machine that loads the file. */
export const EFFECTS = [
  'execute',
  'code',
  'import',
  'attribute',
  'native',
  'network',
  'file-write',
  'file-read',
  'load',
  'control',
  'registry',
  'tamper',
  'encoding',
  'compute',
] as const;

export type Effect = (typeof EFFECTS)[number];

/**
 * Names that a pickle may import, and what is known of them. The more exact entry wins: an exact module before `module.*`
 * (the module and all below it), a longer module before a shorter, a name before a pattern.
 */
export const pickleGlobalSchema = v.strictObject({
  /** Dotted. `os.*` is `os` and every module below it; `*` alone is any module. */
  module: v.pipe(v.string(), v.regex(/^(?:\*|[A-Za-z_][\w.]*(?:\.\*)?)$/u)),
  /**
   * Names in the module, dotted where an attribute of one is meant. `*` stands for any run of word characters – beside a dot
   * and alone for dots too –, `[A-Z]` for one capital.
   */
  names: v.pipe(v.array(v.pipe(v.string(), v.regex(/^(?:[\w.*]|\[[A-Za-z]-[A-Za-z]\])+$/u))), v.minLength(1)),
  /** `safe`: written by the frameworks themselves; `suspicious`: no proof either way; `malicious`: no model needs it. */
  verdict: v.picklist(['safe', 'suspicious', 'malicious']),
  /** Required of what is not safe. */
  does: v.optional(v.picklist(EFFECTS)),
  /**
   * `type`: making an instance is harmless. `object`: only without its constructor, as pickles restore an object from its
   * attributes, or with one plain value, as they write enumerations. `rebuild`: a function that pickles call to rebuild one. `value`: a constant.
   * `function`: harmless to name, not expected to be called. `trampoline`: judged by what it is given. `code`: makes
   * functions from code in the file, which do nothing until they are called.
   */
  is: v.optional(v.picklist(['type', 'object', 'rebuild', 'value', 'function', 'trampoline', 'code'])),
  /** `torch.load(weights_only=True)` accepts it. */
  weightsOnly: v.optional(v.boolean()),
  note: v.optional(v.string()),
});

export type PickleGlobal = v.InferOutput<typeof pickleGlobalSchema>;
