import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** Stands for what is put in at run time. */
const UNKNOWN = '\u2026';

/**
 * The command that a call runs as one line, whether it is written as a text or as a list of words; what is not known becomes
 * an ellipsis. Undefined when nothing of it is known.
 */
export function commandText(
  call: Call,
  { input, separateArguments }: ApiOf<'execution-sink'>,
  model: SourceModel,
): string | undefined {
  const found = call.argument(input);
  if (found.state !== 'given') return undefined;
  if (separateArguments === true) return joined(positionals(call), model);
  const value = model.dereference(found.argument.value);
  if (value.kind === 'collection') return joined(value.elements, model);
  return textOf(value, model);
}

function positionals(call: Call): readonly Expression[] {
  return call.arguments.filter(({ keyword }) => keyword === undefined).map(({ value }) => value);
}

function joined(words: readonly Expression[], model: SourceModel): string | undefined {
  const texts = words.map((word) => textOf(word, model));
  return texts.some((text) => text !== undefined)
    ? texts.map((text) => (text === '' ? "''" : (text ?? UNKNOWN))).join(' ')
    : undefined;
}

function textOf(expression: Expression, model: SourceModel): string | undefined {
  return model
    .stringParts(expression)
    ?.map((part) => (part.kind === 'text' ? part.value : UNKNOWN))
    .join('');
}
