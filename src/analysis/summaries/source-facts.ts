import type { Api } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { FlowOptions, Origin } from '../../source/model';
import { flowOptions } from '../rule-support/flow-options';
import { isBookkeeping } from '../rule-support/model-output';
import { modelCall } from '../rule-support/model-call';
import { untrustedOrigin, untrustedSource } from '../rule-support/untrusted-source';
import type { ExportedFunction } from './exported-functions';
import type { FactOf, SummaryFact } from './file-summary';
import type { SummaryContext } from './summary-context';

/** What a function returns that a model or an outsider wrote. */
export function sourceFacts(target: ExportedFunction, context: SummaryContext): readonly SummaryFact[] {
  const found = new Map<string, SummaryFact>();
  for (const value of target.definition.returns) {
    if (!isOneThing(value, context)) continue;
    for (const origin of context.model.origins(value, returnOptions(context))) {
      const source = sourceOf(origin, context);
      if (!source) continue;
      const { fact, label, before } = source;
      const { steps } = context;
      const way = [
        ...before,
        steps.at(origin.expression.range, label),
        ...steps.along(origin),
        steps.at(value.range, `returned by \`${target.definition.name}()\``),
      ];
      for (const name of target.names) {
        const key = `${name} ${fact.is}`;
        if (!found.has(key)) found.set(key, { name, api: fact, steps: way });
      }
    }
  }
  return [...found.values()];
}

interface Source {
  readonly fact: FactOf<Api>;
  readonly label: string;
  readonly before: SummaryFact['steps'];
}

function returnOptions(context: SummaryContext): FlowOptions {
  const { apis, model } = context;
  const isSource = (call: Call): boolean =>
    modelCall(call, context) !== undefined || untrustedOrigin(call, context) !== undefined;
  // What the caller does with the value is not known here: whatever was made clean for something is left alone.
  return {
    ...flowOptions('code', isSource, context),
    sanitizes: (call) => apis.ofKind('sanitizer', call, model).length > 0,
  };
}

function sourceOf(origin: Origin, context: SummaryContext): Source | undefined {
  const { expression, access } = origin;
  const { imported } = context;
  if (origin.parameter) return undefined;
  if (expression.kind === 'call') {
    const api = modelCall(expression, context);
    if (api) {
      if (isBookkeeping(access)) return undefined;
      return {
        fact: { is: 'llm-call', provider: api.provider },
        label: `what ${api.provider} returned`,
        before: imported.stepsOf(api) ?? [],
      };
    }
  }
  const untrusted = untrustedSource(origin, context);
  if (untrusted?.confidence !== 'certain') return undefined;
  const known = context.apis.ofKind('untrusted-input', expression, context.model)[0];
  return {
    fact: { is: 'untrusted-input', origin: untrusted.origin },
    label: untrusted.origin,
    before: (known && imported.stepsOf(known)) ?? [],
  };
}

/** A dictionary or a tuple holds this and that: which of it a caller takes cannot be said. */
function isOneThing(value: Expression, { model }: SummaryContext): boolean {
  const { kind } = model.dereference(value);
  return kind !== 'dict' && kind !== 'collection';
}
