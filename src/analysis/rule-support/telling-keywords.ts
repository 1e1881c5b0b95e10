import type { Argument, Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { DocumentQuestion } from '../../source/section';
import { isCallerChoice } from './caller-choice';

/** A keyword argument that says by its name what it does, whoever takes it. */
export interface TellingKeyword {
  readonly keyword: string;
  /** The value that makes it risky. */
  readonly value: boolean | string;
  /** What the call then does, for the message. */
  readonly does: string;
  /** Shown as information: the name alone does not settle it. */
  readonly isLikely?: boolean;
}

/** A telling keyword with its risky value in a call. */
export interface FoundKeyword {
  readonly telling: TellingKeyword;
  readonly argument: Argument;
  /** A caller of the function may choose another value. */
  readonly isChosenByCaller: boolean;
}

/**
 * Makes a search for telling keywords. It is asked for every call of a file, so it first makes sure that the file holds one of
 * the words at all.
 */
export function keywordSearch(
  id: string,
  keywords: readonly TellingKeyword[],
): (call: Call, model: SourceModel) => FoundKeyword | undefined {
  const words = keywords.map(({ keyword }) => keyword);
  const isWritten: DocumentQuestion<boolean> = {
    id: `keywords: ${id}`,
    ask: ({ text }) => words.some((word) => text.includes(word)),
  };
  return (call, model) => (model.ask(isWritten) ? firstKeyword(call, keywords, model) : undefined);
}

function firstKeyword(
  call: Call,
  keywords: readonly TellingKeyword[],
  model: SourceModel,
): FoundKeyword | undefined {
  for (const argument of call.arguments) {
    const telling = keywords.find(({ keyword }) => keyword === argument.keyword);
    if (!telling) continue;
    const value = model.evaluate(argument.value);
    if (!value.known || value.value !== telling.value) continue;
    return { telling, argument, isChosenByCaller: isCallerChoice(argument.value, model) };
  }
  return undefined;
}
