import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

type ModelApi = ApiOf<'llm-call'>;

/** Methods of providers' clients that ask for one answer and take its settings. */
const ASKS =
  /^(?:create|acreate|parse|stream|complete|complete_async|stream_async|completion|acompletion|text_completion|generate|generate_content|generate_content_async|generate_content_stream|chat|chat_async|chat_stream|chat_completion|text_generation|converse|converse_stream|send_message|send_message_async|responses|aresponses)$/;

const PROVIDERS =
  /^(?:OpenAI|Anthropic|Google Gemini|Vertex AI|Mistral|Cohere|Groq|Together AI|Fireworks AI|Ollama|LiteLLM|Hugging Face|Amazon Bedrock|DeepSeek|xAI|Zhipu AI|watsonx|Azure AI|Cerebras|AI21|Perplexity|OpenRouter|Writer)$/;

/** Whether a call asks a provider's model for an answer, rather than a framework that has settings of its own. */
export function isDirectModelCall({ names, callee }: Call, { provider }: ModelApi): boolean {
  if (!PROVIDERS.test(provider)) return false;
  if (
    names.some((name) =>
      /\.(?:assistants|threads|batches|fine_tuning|embeddings?|audio|images|moderations|files|videos)\b/.test(
        name,
      ),
    )
  )
    return false;
  return (callee.kind === 'name' || callee.kind === 'attribute') && ASKS.test(callee.name);
}

/** The calls that made the object a method is called on: `client.chats.create(...)` before `.send_message(...)`. */
export function receiverCalls(call: Call, model: SourceModel): readonly Call[] {
  const found: Call[] = [];
  let at: Expression | undefined = call.callee;
  for (let steps = 0; at && steps < 12; steps++) {
    if (at.kind === 'attribute') at = model.dereference(at.object);
    else if (at.kind === 'await') at = model.dereference(at.operand);
    else if (at.kind === 'call') {
      found.push(at);
      at = at.callee;
    } else if (at.kind === 'name') {
      const value = model.dereference(at);
      at = value === at ? undefined : value;
    } else at = undefined;
  }
  return found;
}

/** Whether one of the settings is given, in the call or in an object of settings; `unknown` when that cannot be seen. */
export function settingState(
  call: Call,
  names: readonly string[],
  containers: readonly string[],
  model: SourceModel,
): 'given' | 'absent' | 'unknown' {
  // Settings may also be given by position, in an object of which nothing is known.
  const [, second] = call.arguments.filter(({ keyword }) => keyword === undefined);
  let isUnknown =
    second !== undefined && /param|config|option|setting|args/i.test(model.textAt(second.range));
  for (const keyword of names) {
    const { state } = call.argument({ keyword });
    if (state === 'given') return 'given';
    isUnknown ||= state === 'unknown';
  }
  for (const keyword of containers) {
    const found = call.argument({ keyword });
    if (found.state === 'absent') continue;
    const state = found.state === 'given' ? within(found.argument.value, names, model) : 'unknown';
    if (state === 'given') return 'given';
    isUnknown ||= state === 'unknown';
  }
  return isUnknown ? 'unknown' : 'absent';
}

function within(
  value: Expression,
  names: readonly string[],
  model: SourceModel,
): 'given' | 'absent' | 'unknown' {
  const seen = model.dereference(value);
  if (seen.kind === 'dict') {
    const keys = seen.entries.map(({ key }) => (key ? model.evaluate(key) : undefined));
    if (keys.some((key) => key?.known && names.includes(String(key.value)))) return 'given';
    return keys.every((key) => key?.known) ? 'absent' : 'unknown';
  }
  if (seen.kind !== 'call') return 'unknown';
  if (seen.arguments.some(({ keyword }) => keyword !== undefined && names.includes(keyword))) return 'given';
  return seen.arguments.every(({ keyword, spread }) => keyword !== undefined && !spread)
    ? 'absent'
    : 'unknown';
}
