import type { Api, ApiArgument, ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { anyConditionState } from '../rule-support/api-conditions';
import { findArgument } from '../rule-support/find-argument';
import { revisionKind } from '../rule-support/revision';
import type { ExportedFunction } from './exported-functions';
import type { FactOf, SummaryFact } from './file-summary';
import { parameterFlows } from './parameter-flows';
import type { SummaryContext } from './summary-context';

/** A function that fetches what its caller names: its calls are judged as those of the library are. */
export function downloadFacts(
  call: Call,
  api: ApiOf<'download'>,
  target: ExportedFunction | undefined,
  context: SummaryContext,
): readonly SummaryFact[] {
  const { model, steps } = context;
  const { artifact, hub, offlineWhen, onlyWhen } = api;
  // A choice of the caller that is no name cannot be said in these terms.
  if (anyConditionState(call, offlineWhen ?? [], model) !== 'not-met') return [];
  if (onlyWhen && anyConditionState(call, onlyWhen, model) !== 'met') return [];
  const written = findArgument(call, api.source, model);
  if (written.state !== 'given' || api.digest) return [];
  const [named] = parameterFlows(written.value, target, {}, context).filter(({ origin }) => origin.whole);
  const revision = revisionOf(call, api, target, context);
  // A name with a default is judged where the default stands.
  if (
    !target ||
    !named?.origin.parameter ||
    named.origin.parameter.parameter.default ||
    revision === 'decided'
  )
    return [];
  const fact: FactOf<Api> = {
    is: 'download',
    artifact,
    hub,
    source: named.selector,
    ...(revision ? { revision } : {}),
  };
  const { definition, parameter } = named.origin.parameter;
  const way = [
    steps.at(parameter.range, `passed to \`${definition.name}()\` as \`${parameter.name}\``),
    steps.at(call.range, 'fetched'),
  ];
  return target.names.map((name) => ({ name, api: fact, steps: way }));
}

/** The parameter that pins; `decided` when the function pins it itself, or when that cannot be seen. */
function revisionOf(
  call: Call,
  api: ApiOf<'download'>,
  target: ExportedFunction | undefined,
  context: SummaryContext,
): ApiArgument | undefined | 'decided' {
  const { model } = context;
  const found = api.revision && call.argument(api.revision);
  if (!found || found.state === 'absent') return undefined;
  if (found.state === 'unknown' || api.revision?.key !== undefined) return 'decided';
  const written = found.argument.value;
  const [flow] = parameterFlows(written, target, {}, context);
  const byDefault = flow?.origin.parameter?.parameter.default;
  const value = model.evaluate(byDefault ?? written);
  const isOpen = value.known && (value.value === null || revisionKind(String(value.value)) !== 'commit');
  if (flow) return !byDefault || isOpen ? flow.selector : 'decided';
  return isOpen ? undefined : 'decided';
}
