import type { Api, ApiKind } from '../../catalog/schema/api';
import type { SourceModel } from '../../source/model';
import type { TextRange } from '../../source/range';
import type { Finding, FindingStep } from '../finding';
import type { SummaryStep } from './file-summary';
import type { Imported } from './imported';

const SOURCES: ReadonlySet<ApiKind> = new Set(['llm-call', 'untrusted-input']);

/**
 * A finding with the steps that its value takes in other files: before it comes from an imported function, and after it goes into
 * one.
 *
 * @param inHand what the finding rests on
 */
export function withStepsElsewhere(
  finding: Finding,
  inHand: Api | undefined,
  imported: Imported,
  model: SourceModel,
): Finding {
  const { path, range } = finding;
  const [first] = path;
  const before = first ? elsewhere(stepsBefore(first.range, imported, model), first.range) : [];
  const last = path.at(-1) ?? { range, label: 'called here' };
  const after = elsewhere((inHand && imported.stepsOf(inHand)) ?? [], last.range);
  if (before.length + after.length === 0) return finding;
  return { ...finding, path: [...before, ...(path.length > 0 ? path : [last]), ...after] };
}

/** The steps inside the function that is called at a range. */
function stepsBefore(range: TextRange, imported: Imported, model: SourceModel): readonly SummaryStep[] {
  const call = model
    .callsIn(range)
    .find((one) => one.range.start === range.start && one.range.end === range.end);
  const known = call && imported.apis.ofCall(call).find((api) => SOURCES.has(api.is));
  return (known && imported.stepsOf(known)) ?? [];
}

function elsewhere(steps: readonly SummaryStep[], range: TextRange): readonly FindingStep[] {
  return steps.map(({ label, place }) => ({ range, label, elsewhere: place }));
}
