import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const fromPageSchema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('stop') }),
  /** Inspect the file again. */
  v.object({ type: v.literal('again') }),
  v.object({ type: v.literal('opcodes'), pickle: count, page: count }),
  v.object({ type: v.literal('locate'), pickle: count, offset: count }),
  /** Show the disassembly of a pickle in a text editor. */
  v.object({ type: v.literal('openOpcodes'), pickle: count }),
  /** Verify the signature of the file, end that, and keep whom the user trusted. */
  v.object({ type: v.literal('verify') }),
  v.object({ type: v.literal('cancelVerification') }),
  v.object({ type: v.literal('rememberTrust') }),
  /** Show an entry of the catalog in the lifecycle panel. */
  v.object({ type: v.literal('learn'), entry: v.pipe(v.string(), v.maxLength(512)) }),
]);

/** Page -> extension. */
export type FromModelPage = v.InferOutput<typeof fromPageSchema>;

/** A message of the page; undefined when it is none of those that are known. */
export function parseFromModelPage(message: unknown): FromModelPage | undefined {
  const parsed = v.safeParse(fromPageSchema, message);
  return parsed.success ? parsed.output : undefined;
}
