import type { Api, ApiArgument, ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { FlowOptions } from '../../source/model';
import { flowOptions } from '../rule-support/flow-options';
import type { ExportedFunction } from './exported-functions';
import type { FactOf, SummaryFact } from './file-summary';
import { parameterFlows } from './parameter-flows';
import type { SummaryContext } from './summary-context';

type Purpose = ApiOf<'sanitizer'>['for'][number];

/** Whether the result of a function is made of its arguments, and what it is clean for. */
export function handOnFacts(target: ExportedFunction, context: SummaryContext): readonly SummaryFact[] {
  const { returns } = target.definition;
  if (returns.length === 0) return [];
  const selectorsThrough = (options: FlowOptions): readonly ApiArgument[] => [
    ...new Map(
      returns
        .flatMap((value) => parameterFlows(value, target, options, context))
        .map(({ selector }) => [JSON.stringify(selector), selector]),
    ).values(),
  ];
  const met = new Set<Purpose>();
  const noting: FlowOptions = {
    ...flowOptions('code', () => false, context),
    sanitizes: (call) => {
      for (const purpose of purposes(call, context)) met.add(purpose);
      return false;
    },
  };
  const handed = selectorsThrough(noting);
  const clean = [...met].filter(
    (purpose) => selectorsThrough(flowOptions(purpose, () => false, context)).length === 0,
  );
  const facts: FactOf<Api>[] = [];
  if (handed.length > 0) facts.push({ is: 'pass-through', input: [...handed] });
  else if (returnsConstants(target, context)) facts.push({ is: 'pass-through', input: [] });
  if (clean.length > 0) facts.push({ is: 'sanitizer', for: clean });
  return facts.flatMap((api) => target.names.map((name) => ({ name, api, steps: [] })));
}

function purposes(call: Call, { apis, model }: SummaryContext): readonly Purpose[] {
  return apis.ofKind('sanitizer', call, model).flatMap((api) => api.for);
}

/** What is known before the program runs carries nothing of the arguments. */
function returnsConstants({ definition }: ExportedFunction, { model }: SummaryContext): boolean {
  return definition.returns.every((value) =>
    model
      .origins(value, { openParameters: true })
      .every(({ expression }) => model.evaluate(expression).known),
  );
}
