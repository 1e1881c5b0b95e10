import { promptParts } from '../../../analysis/rule-support/prompt-parts';
import type { ApiOf } from '../../../catalog/schema/api';
import type { Call, Expression } from '../../../source/expression';
import type { SourceModel } from '../../../source/model';
import type { JoinedPart, Sighting } from '../sighting';
import type { MadeContext } from './made-context';

/** Names that people give to the instructions of a model. */
const SYSTEM_NAME =
  /(?:^|[_.])system_?(?:prompt|message|instructions?)(?:$|_)|system(?:Prompt|Message|Instructions?)|^SYSTEM$|(?:^|_)prompt_template(?:$|_)|PromptTemplate$/iu;
/** A shorter text is a role, a key or a blank. */
const MIN_LENGTH = 24;

/** The system prompts that a call sends or puts into a template, where their text is written in the program. */
export function sightSentPrompts(
  call: Call,
  api: ApiOf<'llm-call' | 'prompt'>,
  asked: readonly Sighting[],
  { model, path }: MadeContext,
): readonly Sighting[] {
  const joined = asked.map(({ kind, name, origin }): JoinedPart => ({ join: 'asks', kind, name, origin }));
  return promptParts(call, api, model)
    .filter(({ role, content }) => role === 'system' && isWritten(content, model))
    .map(({ content }) => ({
      ...prompt(`${path}#${symbolOf(content, call, model)}`, content.range),
      ...(joined.length > 0 ? { joined } : {}),
    }));
}

/** Texts whose name says that they are instructions to a model. */
export function sightNamedPrompts({ model, path }: MadeContext): readonly Sighting[] {
  if (!/system|prompt/iu.test(model.text)) return [];
  return model.strings.flatMap(({ label, parts, range, isDocstring }) => {
    if (label === undefined || isDocstring || !SYSTEM_NAME.test(label)) return [];
    const length = parts.reduce(
      (sum, part) => sum + (part.kind === 'text' ? part.value.trim().length : 0),
      0,
    );
    return length < MIN_LENGTH ? [] : [prompt(`${path}#${label}`, range)];
  });
}

/** A file that is a prompt. */
export function promptFile(path: string): Sighting {
  return { ...prompt(path, { start: 0, end: 0 }), via: 'prompt file' };
}

function prompt(name: string, range: Sighting['range']): Sighting {
  return { kind: 'prompt', name, origin: 'local', pinning: 'own', via: 'system prompt', range };
}

function isWritten(content: Expression, model: SourceModel): boolean {
  const parts = model.stringParts(content) ?? [];
  return parts.some((part) => part.kind === 'text' && part.value.trim().length >= MIN_LENGTH);
}

/** The variable that holds the text, or where there is none, the function that sends it. */
function symbolOf(content: Expression, call: Call, model: SourceModel): string {
  if (content.kind === 'name' || content.kind === 'attribute') return content.name;
  const written = model.dereference(content);
  if (written.kind === 'string' && written.label !== undefined && SYSTEM_NAME.test(written.label))
    return written.label;
  const around = model.functionAt(call.range.start)?.name;
  return around === undefined || around === '' ? 'system prompt' : `${around} (system prompt)`;
}
