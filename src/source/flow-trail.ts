import type { FlowStep } from './model';

/** The way back from the sink: the latest step first. */
export interface Trail {
  readonly step: FlowStep;
  readonly before: Trail | undefined;
  readonly length: number;
}

/** The way with one step more. */
export function extendTrail(trail: Trail | undefined, step: FlowStep): Trail {
  return { step, before: trail, length: (trail?.length ?? 0) + 1 };
}

/** Steps from the sink back. */
export function stepsOf(trail: Trail | undefined): FlowStep[] {
  const steps: FlowStep[] = [];
  for (let at = trail; at; at = at.before) steps.push(at.step);
  return steps.reverse();
}
