import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { Fix } from '../finding';
import type { RuleContext, RuleListeners } from '../rule';
import { calleeName } from './call-text';
import { isGuarded, type GuardedUse } from './guards';
import { mayAskModel } from './may-ask-model';
import { modelOutput, type ModelOutput } from './model-output';
import { pathSteps } from './path-steps';
import { sinkInputs, type SinkInput } from './sink-inputs';

type Sink = ApiOf<'execution-sink'>['sink'];

/** What differs between the rules about model output that is executed. */
export interface ModelOutputTexts {
  readonly sink: Sink;
  /** What the callee does with the text: "runs what OpenAI returned as code". */
  readonly does: (text: string) => string;
  /** The second sentence of the message: what follows from it and what to do. */
  readonly advice: string;
  /** Only answers of models; what a model passes to a tool is another rule's matter. */
  readonly answersOnly?: boolean;
  /** Only what a model, or the client of an MCP server, passes to a tool. */
  readonly parametersOnly?: boolean;
  /** Only where the model's text is the whole value: a fixed beginning makes it harmless enough. */
  readonly wholeOnly?: boolean;
  /** Only where every step of the way is known. */
  readonly certainFlowOnly?: boolean;
  /** What the message calls the place where it is no call. */
  readonly place?: string;
  readonly fixes?: (
    call: Call,
    output: ModelOutput,
    context: RuleContext,
    input: Expression,
  ) => readonly Fix[];
}

/** Listens to the sinks of one kind and reports those that a model's answer reaches. */
export function modelOutputListeners(texts: ModelOutputTexts): RuleListeners {
  return {
    api: {
      'execution-sink': (call, api, context) => {
        if (api.sink !== texts.sink) return;
        reportModelOutput(call, sinkInputs(call, api, context), texts, context);
      },
    },
  };
}

/** Reports a call once when a model's answer reaches one of its inputs. */
export function reportModelOutput(
  call: Expression,
  inputs: readonly SinkInput[],
  texts: ModelOutputTexts,
  context: RuleContext,
): void {
  if (inputs.length === 0 || !mayAskModel(context)) return;
  for (const input of inputs) {
    const output = modelOutput(input.expression, texts.sink, context);
    if (!output || isLeftOut(output, texts)) continue;
    // The service puts pictures and sound at an address of its own and returns that.
    if (texts.sink === 'url' && /^Replicate/u.test(output.written)) continue;
    if (isGuarded(input.expression, output.origin, useOf(texts.sink), context.model)) continue;
    const callee = texts.place ?? nameOf(call, context);
    const isCertain = input.confidence === 'certain' && output.confidence === 'certain';
    context.report({
      at: call,
      message: `\`${callee}\` ${texts.does(`what ${output.written}`)}${isCertain ? '' : ', as far as can be seen'}. ${texts.advice}`,
      subject: callee,
      confidence: isCertain ? 'certain' : 'probable',
      path: pathSteps(output.origin, `what ${output.written}`, {
        range: input.expression.range,
        label: `reaches \`${callee}\``,
      }),
      fixes: (call.kind === 'call' && texts.fixes?.(call, output, context, input.expression)) || [],
    });
    return;
  }
}

function nameOf(sink: Expression, { model }: RuleContext): string {
  if (sink.kind === 'subscript') return model.textAt(sink.object.range);
  if (sink.kind !== 'call') return model.textAt(sink.range);
  return calleeName(sink, model).replace(/^builtins\./, '');
}

function isLeftOut({ origin, confidence }: ModelOutput, texts: ModelOutputTexts): boolean {
  const { answersOnly, parametersOnly, wholeOnly, certainFlowOnly } = texts;
  if (certainFlowOnly === true && confidence !== 'certain') return true;
  if (parametersOnly === true && origin.parameter === undefined) return true;
  return (answersOnly === true && origin.parameter !== undefined) || (wholeOnly === true && !origin.whole);
}

function useOf(sink: Sink): GuardedUse {
  return sink === 'path' || sink === 'url' ? sink : 'other';
}
