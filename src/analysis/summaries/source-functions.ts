import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { ExportedFunction } from './exported-functions';

/** Functions that call functions that call ...: more in a row are not gone through. */
const MAX_ROUNDS = 4;

/** What is called when a model is asked, or something is looked up, by its name alone. */
const ASKING =
  /llm|gpt|claude|gemini|llama|mistral|deepseek|qwen|openai|anthropic|chat_?model|language_?model|completion|generate_?content|invoke_?model|converse|retriev|similarity_?search|max_marginal|^recv|^receive/iu;

/** What is read, not called, of things that a model or an outsider fills. */
const READ = ['argv', '.choices', '(event,'];

/** Parameters that frameworks fill by convention. */
const FILLED = /^(?:websocket|ws|socket|connection|update|req|ctx|context|event)$/u;

/** Whether the name of what is called, or of what it is called on, may be that of a source. */
export function isNamedLikeSource(call: Call): boolean {
  return lastNames(call).some((name) => ASKING.test(name));
}

/** The name of a function, or of a method and of what it is called on: `llm` and `invoke`. */
export function lastNames({ callee }: Call): readonly string[] {
  if (callee.kind === 'name') return [callee.name];
  if (callee.kind !== 'attribute') return [];
  const { object, name } = callee;
  return object.kind === 'name' || object.kind === 'attribute' ? [name, object.name] : [name];
}

/** Whether a text has words of what is a source without being called. */
export function readsSource(text: string): boolean {
  return READ.some((word) => text.includes(word));
}

/**
 * The functions whose results may be what a model or an outsider wrote: those that hold a source, and those that call one of
 * them. The others need not be gone through.
 *
 * @param holding functions with a call in them that is known as a source, or looks like one
 * @param callsOf the names of what each function calls
 */
export function functionsWithSource(
  functions: readonly ExportedFunction[],
  holding: ReadonlySet<ExportedFunction>,
  callsOf: ReadonlyMap<ExportedFunction, ReadonlySet<string>>,
  model: SourceModel,
): readonly ExportedFunction[] {
  const found = new Set<ExportedFunction>(holding);
  for (const one of functions) {
    const { range, parameters } = one.definition;
    const text = model.textAt(range);
    if (text.includes('request') || readsSource(text) || parameters.some(({ name }) => FILLED.test(name)))
      found.add(one);
  }
  let latest: readonly ExportedFunction[] = [...found];
  for (let round = 0; round < MAX_ROUNDS && latest.length > 0; round++) {
    const names = latest.map(({ definition }) => definition.name);
    latest = functions.filter((one) => !found.has(one) && names.some((name) => callsOf.get(one)?.has(name)));
    for (const one of latest) found.add(one);
  }
  return functions.filter((one) => found.has(one) && one.definition.returns.length > 0);
}
