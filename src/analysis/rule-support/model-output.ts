import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { Origin } from '../../source/model';
import type { RuleContext } from '../rule';
import type { Confidence } from '../severity';
import { hasAnswerShape } from './answer-shape';
import { isChoiceInAnswer } from './field-type';
import { flowOptions } from './flow-options';
import { carriesText, handlerOf } from './handler-parameter';
import { modelCall } from './model-call';
import { isLikelyModel } from './unnamed-model-call';

type Sink = ApiOf<'execution-sink'>['sink'];

/** Text of a model that reaches a place. */
export interface ModelOutput {
  /** Who wrote it, for a message: "OpenAI returned". */
  readonly written: string;
  readonly origin: Origin;
  readonly confidence: Confidence;
}

/** Parts of an answer that the model does not write: accounting and bookkeeping of the provider. */
const BOOKKEEPING = new Set([
  'created',
  'createdAt',
  'created_at',
  'eval_count',
  'finishReason',
  'finish_reason',
  'headers',
  'id',
  'index',
  'llm_output',
  'logprobs',
  'model',
  'model_name',
  'modelVersion',
  'model_version',
  'object',
  'prompt_eval_count',
  'providerMetadata',
  'responseId',
  'responseMetadata',
  'response_metadata',
  'ResponseMetadata',
  'role',
  'service_tier',
  'status',
  'status_code',
  'stopReason',
  'stop_reason',
  'system_fingerprint',
  'total_duration',
  'toolCallId',
  'toolName',
  'totalUsage',
  'usage',
  'usageMetadata',
  'usage_metadata',
]);

/** What holds the text that the model wrote; anything read below it was written by the model too. */
const WRITTEN = new Set([
  'arguments',
  'content',
  'final_output',
  'generated_text',
  'input',
  'output',
  'output_parsed',
  'output_text',
  'parsed',
  'response',
  'text',
]);

/**
 * Looks whether a model's answer, or an argument that a model gives to a tool, flows into an expression. `certain` when every step is known; `probable` when the value
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
    const author = authorOf(origin, context);
    if (author) {
      const isSure = confidence === 'certain' && author.confidence === 'certain';
      return { written: author.name, origin, confidence: isSure ? 'certain' : 'probable' };
    }
  }
  return undefined;
}

/** Who wrote a value, for a message, and how sure it is that this is a model. */
interface Author {
  readonly name: string;
  readonly confidence: Confidence;
}

function authorOf(origin: Origin, context: RuleContext): Author | undefined {
  const { expression, access, parameter } = origin;
  if (expression.kind === 'call') {
    const api = modelCall(expression, context);
    return api && !isBookkeeping(access) && !isChoiceInAnswer(origin, context.model)
      ? { name: `${api.provider} returned`, confidence: isLikelyModel(api) ? 'probable' : 'certain' }
      : undefined;
  }
  if (hasAnswerShape(origin)) return { name: 'a model returned', confidence: 'certain' };
  const tool = parameter && handlerOf('tool-function', parameter.definition, context);
  return tool && carriesText(origin, context)
    ? {
        name:
          parameter.definition.name === ''
            ? 'a model passes to a tool'
            : `a model passes to the tool \`${parameter.definition.name}\``,
        confidence: tool.confidence,
      }
    : undefined;
}

export function isBookkeeping(access: readonly string[]): boolean {
  const decisive = access.find((name) => WRITTEN.has(name) || BOOKKEEPING.has(name));
  // What kind of object an answer is has no parts; the object that a model was asked for has.
  if (decisive === 'object' && access.at(-1) !== 'object') return false;
  return decisive !== undefined && BOOKKEEPING.has(decisive);
}
