import type { TextRange } from '../../source/range';
import type { Origin } from '../../source/model';
import type { FindingStep } from '../finding';

/** The way of a value as a reader follows it: from where it arises to where it is used. */
export function pathSteps(origin: Origin, sourceLabel: string, sink: FindingStep): readonly FindingStep[] {
  const source = { range: origin.expression.range, label: sourceLabel };
  const steps = [source, ...[...origin.path].reverse(), sink];
  return steps.filter((step, at) => at === 0 || !sameRange(step.range, steps[at - 1]?.range));
}

function sameRange(a: TextRange, b: TextRange | undefined): boolean {
  return a.start === b?.start && a.end === b.end;
}
