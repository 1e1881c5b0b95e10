import * as v from 'valibot';
import type { LearnArguments } from '../../protocol/messages';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(512));

const learn = v.pipe(
  v.object({ rule: v.optional(id), stage: v.optional(id), risk: v.optional(id) }),
  v.transform(({ rule, stage, risk }): LearnArguments => ({
    ...(rule === undefined ? {} : { rule }),
    ...(stage === undefined ? {} : { stage }),
    ...(risk === undefined ? {} : { risk }),
  })),
);

const node = v.object({
  finding: v.optional(v.object({ id: v.string() })),
  learn: v.optional(learn),
});

/** What `mlsecops.learn` was called with; nothing to select when it is in another shape. */
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
