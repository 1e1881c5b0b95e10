import type { Argument, Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { TextRange } from '../../source/range';
import type { SourceEdit } from '../../source/text-edit';

/**
 * Takes an argument written in a call out of it, with the comma that belongs to it. Undefined when it is not written
 * there, or when a comment would be lost.
 */
export function argumentRemoval(call: Call, argument: Argument, model: SourceModel): SourceEdit | undefined {
  if (!argument.inPlace) return undefined;
  const range = withComma(call, argument);
  return model.commentsIn(range).length > 0 ? undefined : { range, newText: '' };
}

function withComma(call: Call, argument: Argument): TextRange {
  const others = call.arguments.filter((other) => other.inPlace && other !== argument);
  const before = others.filter(({ range }) => range.end <= argument.range.start).at(-1);
  if (before) return { start: before.range.end, end: argument.range.end };
  const after = others.find(({ range }) => range.start >= argument.range.end);
  return { start: argument.range.start, end: after ? after.range.start : argument.range.end };
}
