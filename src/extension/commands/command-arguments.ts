import * as v from 'valibot';
import type { LearnArguments } from '../../protocol/messages';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(512));

const learn = v.pipe(
  v.object({
    rule: v.optional(id),
    stage: v.optional(id),
    risk: v.optional(id),
    entry: v.optional(id),
    overlay: v.optional(id),
    lifecycle: v.optional(id),
    view: v.optional(v.picklist(['diagram', 'compare', 'crosswalk', 'lineage'])),
  }),
  // What is left out is left out, rather than undefined, as the protocol says.
  v.transform((given): LearnArguments =>
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  ),
);

const node = v.object({
  finding: v.optional(v.object({ id: v.string() })),
  learn: v.optional(learn),
});

/** What `mlsecops.learn` or `mlsecops.openLifecycle` was called with; nothing to select when it is in another shape. */
export function learnArguments(argument: unknown): LearnArguments {
  const parsed = v.safeParse(learn, argument);
  return parsed.success ? parsed.output : {};
}

/** Id of the finding of a tree row. */
export function findingIdOf(argument: unknown): string | undefined {
  const parsed = v.safeParse(node, argument);
  return parsed.success ? parsed.output.finding?.id : undefined;
}

/** What a tree row shows in the lifecycle panel. */
export function learnOf(argument: unknown): LearnArguments | undefined {
  const parsed = v.safeParse(node, argument);
  return parsed.success ? parsed.output.learn : undefined;
}
