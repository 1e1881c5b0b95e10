import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { Origin } from '../../source/model';
import type { RuleContext } from '../rule';
import type { Confidence } from '../severity';
import { flowOptions } from './flow-options';
import { modelCall } from './model-call';

type Sink = ApiOf<'execution-sink'>['sink'];

/** A model's answer that reaches a place. */
export interface ModelOutput {
  readonly call: Call;
  readonly api: ApiOf<'llm-call'>;
  readonly origin: Origin;
  readonly confidence: Confidence;
}

/** Parts of an answer that the model does not write: accounting and bookkeeping of the provider. */
const BOOKKEEPING = new Set([
  'created',
  'created_at',
  'eval_count',
  'finish_reason',
  'headers',
  'id',
  'index',
  'llm_output',
  'logprobs',
  'model',
  'model_name',
  'model_version',
  'object',
  'prompt_eval_count',
  'response_metadata',
  'ResponseMetadata',
  'role',
  'service_tier',
  'status',
  'status_code',
  'stop_reason',
  'system_fingerprint',
  'total_duration',
  'usage',
  'usage_metadata',
]);

/**
 * Looks whether a model's answer flows into an expression. `certain` when every step is known; `probable` when the value
 * passes through calls of which nothing is known.
 */
export function modelOutput(
  expression: Expression,
  sink: Sink,
  context: RuleContext,
): ModelOutput | undefined {
  return (
    outputThrough(expression, sink, context, 'certain') ??
    outputThrough(expression, sink, context, 'probable')
  );
}

function outputThrough(
  expression: Expression,
  sink: Sink,
  context: RuleContext,
  confidence: Confidence,
): ModelOutput | undefined {
  const isModel = (call: Call): boolean => modelCall(call, context) !== undefined;
  const options = flowOptions(sink, isModel, context, confidence === 'probable');
  for (const origin of context.model.origins(expression, options)) {
    const call = origin.expression;
    if (call.kind !== 'call' || origin.access.some((name) => BOOKKEEPING.has(name))) continue;
    const api = modelCall(call, context);
    if (api) return { call, api, origin, confidence };
  }
  return undefined;
}
