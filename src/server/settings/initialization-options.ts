import * as v from 'valibot';
import type { InitializationOptions } from '../../protocol/messages';

const schema = v.object({
  settings: v.optional(v.unknown()),
  clientFileSystem: v.optional(v.boolean()),
  ruleLink: v.optional(v.string()),
});

/** Options with everything that could not be read left out. `settings` are read on their own. */
export type ReadOptions = Omit<InitializationOptions, 'settings'> & { readonly settings?: unknown };

/** Reads what a client gives at `initialize`; options of another shape count as none. */
export function readInitializationOptions(options: unknown): ReadOptions {
  const parsed = v.safeParse(schema, options);
  if (!parsed.success) return {};
  const { settings, clientFileSystem, ruleLink } = parsed.output;
  return {
    ...(settings === undefined ? {} : { settings }),
    ...(clientFileSystem === undefined ? {} : { clientFileSystem }),
    ...(ruleLink === undefined ? {} : { ruleLink }),
  };
}
