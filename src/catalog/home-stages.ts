import type { Lifecycle } from './schema/lifecycle';

/**
 * A rule or a file touches several stages, the first one most. So that a finding is listed and counted once in a diagram,
 * it has one home in each lifecycle: the first of its stages that the lifecycle has.
 */
export function homeStages(
  stages: readonly string[],
  lifecycles: Iterable<Pick<Lifecycle, 'stages'>>,
): readonly string[] {
  return Array.from(lifecycles).flatMap((lifecycle) => {
    const home = stages.find((stage) => lifecycle.stages.includes(stage));
    return home === undefined ? [] : [home];
  });
}
