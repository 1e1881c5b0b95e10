import type { SourceModel } from '../../source/model';
import type { DocumentQuestion } from '../../source/section';

/** Whether a document holds one of the words anywhere. */
export function textIncludes(words: readonly string[], model: SourceModel): boolean {
  const question: DocumentQuestion<boolean> = {
    id: `words ${words.join(' ')}`,
    ask: ({ text }) => words.some((word) => text.includes(word)),
  };
  return model.ask(question);
}

/** Whether a document matches a pattern anywhere. */
export function textMatches(pattern: RegExp, model: SourceModel): boolean {
  const question: DocumentQuestion<boolean> = {
    id: `text ${pattern.source} ${pattern.flags}`,
    ask: ({ text }) => pattern.test(text),
  };
  return model.ask(question);
}
