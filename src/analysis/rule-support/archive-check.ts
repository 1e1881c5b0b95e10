import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** Words of a check of member names against the folder: what prevents leaving it is written with one of these. */
const CHECKS =
  /\b(?:commonpath|commonprefix|is_relative_to|relative_to|realpath|startswith|isabs|is_absolute|extraction_filter|is_within_\w+|safe_\w+|is_safe\w*|issym|islnk)\b|['"]\.\.['"/\\]/u;

/**
 * Whether the code around an unpacking call looks at the names of the members before it: in the same function or, at the
 * outermost level, in the module. Conditions are no part of the source model, so this looks at the words.
 */
export function checksMembers(call: Call, model: SourceModel): boolean {
  const around = model.functionAt(call.range.start)?.range ?? { start: 0, end: call.range.start };
  return CHECKS.test(withoutComments(model.textAt({ start: around.start, end: call.range.start })));
}

function withoutComments(text: string): string {
  return text.replace(/^\s*#.*$/gmu, '');
}
