import type { Api, ApiArgument } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { FlowOptions } from '../../source/model';
import { calleeName } from '../rule-support/call-text';
import { unsafeReason } from '../rule-support/deserialization-verdict';
import { flowOptions } from '../rule-support/flow-options';
import { isTestedForMembership } from '../rule-support/membership-test';
import { promptParts } from '../rule-support/prompt-parts';
import { sinkInputs } from '../rule-support/sink-inputs';
import { downloadFacts } from './download-facts';
import type { ExportedFunction } from './exported-functions';
import type { FactOf, SummaryFact } from './file-summary';
import { parameterFlows } from './parameter-flows';
import type { SummaryContext } from './summary-context';

/** What a call within a function makes of the function: it hands a parameter to a shell, a prompt, a loader. */
export function callFacts(
  call: Call,
  api: Api,
  target: ExportedFunction | undefined,
  context: SummaryContext,
): readonly SummaryFact[] {
  if (target?.isProperty) return [];
  switch (api.is) {
    case 'execution-sink':
      return sinkInputs(call, api, context).flatMap(({ expression, confidence }) =>
        confidence === 'certain' ? sinkFacts(expression, api.sink, call, api, target, context) : [],
      );
    case 'deserialization': {
      const input = api.input && call.argument(api.input);
      if (input?.state !== 'given' || api.limited || !unsafeReason(call, api, context)) return [];
      return sinkFacts(input.argument.value, 'deserializer', call, api, target, context);
    }
    case 'prompt':
    case 'llm-call':
      return promptFacts(call, api, target, context);
    case 'download':
      return downloadFacts(call, api, target, context);
    default:
      return [];
  }
}

type Sink = Extract<Api, { is: 'execution-sink' }>['sink'];

function sinkFacts(
  input: Expression,
  sink: Sink,
  call: Call,
  api: Api,
  target: ExportedFunction | undefined,
  context: SummaryContext,
): readonly SummaryFact[] {
  if (isTestedForMembership(input, context.model)) return [];
  const options = flowOptions(sink, () => false, context);
  return facts(input, call, api, target, options, context, (selector) => ({
    is: 'execution-sink',
    sink,
    input: selector,
  }));
}

function promptFacts(
  call: Call,
  api: Extract<Api, { is: 'prompt' | 'llm-call' }>,
  target: ExportedFunction | undefined,
  context: SummaryContext,
): readonly SummaryFact[] {
  const options = flowOptions('prompt', () => false, context);
  const ofParts = promptParts(call, api, context.model).flatMap(({ role, content }) =>
    role === 'system' || role === 'user'
      ? facts(content, call, api, target, options, context, (selector) => ({
          is: 'prompt',
          role,
          content: selector,
        }))
      : [],
  );
  const selector = api.is === 'llm-call' ? api.messages : api.role === 'messages' ? api.content : undefined;
  const messages = selector && call.argument(selector);
  if (messages?.state !== 'given') return ofParts;
  const ofMessages = facts(
    messages.argument.value,
    call,
    api,
    target,
    options,
    context,
    (content, isWhole) => (isWhole ? { is: 'prompt', role: 'messages', content } : undefined),
  );
  return [...ofParts, ...ofMessages];
}

function facts(
  input: Expression,
  call: Call,
  api: Api,
  target: ExportedFunction | undefined,
  options: FlowOptions,
  context: SummaryContext,
  make: (selector: ApiArgument, isWhole: boolean) => FactOf<Api> | undefined,
): readonly SummaryFact[] {
  const { steps, imported, model } = context;
  const callee = calleeName(call, model).replace(/^builtins\./u, '');
  return parameterFlows(input, target, options, context).flatMap(({ selector, origin }) => {
    const fact = make(selector, origin.whole && origin.path.every(({ label }) => !label.startsWith('added')));
    if (!target || !fact || !origin.parameter) return [];
    const { definition, parameter } = origin.parameter;
    const way = [
      steps.at(parameter.range, `passed to \`${definition.name}()\` as \`${parameter.name}\``),
      ...steps.along(origin),
      steps.at(input.range, `reaches \`${callee}\``),
      ...(imported.stepsOf(api) ?? []),
    ];
    return target.names.map((name) => ({ name, api: fact, steps: way }));
  });
}
