import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { Fix } from '../finding';
import type { RuleContext, RuleListeners } from '../rule';
import { calleeName } from './call-text';
import { isTestedForMembership } from './membership-test';
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
  readonly fixes?: (call: Call, output: ModelOutput, context: RuleContext) => readonly Fix[];
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
  call: Call,
  inputs: readonly SinkInput[],
  texts: ModelOutputTexts,
  context: RuleContext,
): void {
  for (const input of inputs) {
    const output = modelOutput(input.expression, texts.sink, context);
    if (!output) continue;
    const callee = calleeName(call, context.model).replace(/^builtins\./, '');
    const isCertain =
      input.confidence === 'certain' &&
      output.confidence === 'certain' &&
      !isTestedForMembership(input.expression, context.model);
    context.report({
      at: call,
      message: `\`${callee}\` ${texts.does(`what ${output.written}`)}${isCertain ? '' : ', as far as can be seen'}. ${texts.advice}`,
      subject: callee,
      confidence: isCertain ? 'certain' : 'probable',
      path: pathSteps(output.origin, `what ${output.written}`, {
        range: input.expression.range,
        label: `reaches \`${callee}\``,
      }),
      fixes: texts.fixes?.(call, output, context) ?? [],
    });
    return;
  }
}
