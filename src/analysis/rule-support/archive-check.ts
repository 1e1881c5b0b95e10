import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** Words that stand in the check of a member alone. */
const CHECKS =
  /\b(?:commonpath|commonprefix|extraction_filter|is_?within\w*|safe_?(?:extract|members?|path|join|tar|name)\w*|is_?safe\w*|issym|islnk)\b|['"]\.\.['"/\\]/iu;

/** Words that many programs use: they count where the same lines speak of the names of members. */
const COMPARISONS =
  /\b(?:is_relative_to|relative_to|realpath|resolve|startswith|isabs|is_absolute|abspath)\b/u;
const NAMES =
  /\b(?:member|info|entry|item|zinfo|tarinfo|m|f|i)\.(?:name|filename|path)\b|\b(?:getmembers|getnames|namelist|infolist)\b/iu;

/** How far a check stands before what it guards, at the outermost level. */
const NEAR = 1500;

/**
 * Whether the code around an unpacking call looks at the names of the members before it: in the same function or, at the
 * outermost level, in the lines before. Conditions are no part of the source model, so this looks at the words.
 */
export function checksMembers(call: Call, model: SourceModel): boolean {
  const { start: end } = call.range;
  const start = model.functionAt(end)?.range.start ?? Math.max(0, end - NEAR);
  const text = model.textAt({ start, end }).replace(/^\s*#.*$/gmu, '');
  return CHECKS.test(text) || (COMPARISONS.test(text) && NAMES.test(text));
}
