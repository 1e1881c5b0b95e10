import type { SourceProblem } from '../model';
import type { Facts } from './facts/facts';
import type { ParseResult } from './syntax/parse';

/** One broken place gives many error nodes; the first ones tell enough. */
const MAX_SYNTAX_PROBLEMS = 20;

const LIMIT_MESSAGES = {
  length: 'The file is too long to be read whole. What follows here was not looked at.',
  milliseconds: 'Reading the file took too long. What follows here was not looked at.',
} as const;

/**
 * What a parse could not take in. Syntax errors in TypeScript are told only where there are many: the grammar lags behind the
 * language, and the calls around such a place are read all the same.
 */
export function parseProblems(
  { tree, errors }: Facts,
  stopped: ParseResult['stopped'],
  isExact: boolean,
): readonly SourceProblem[] {
  const problems: SourceProblem[] = [];
  if (stopped) {
    const range = { start: Math.min(stopped.at, tree.text.length), end: tree.text.length };
    problems.push({ kind: 'limit', message: LIMIT_MESSAGES[stopped.limit], range });
  }
  if (!isExact) return problems;
  let lineEnd = -1;
  for (const node of errors) {
    const range = tree.rangeOf(node);
    if (range.start <= lineEnd) continue;
    if ((stopped && range.start >= stopped.at) || problems.length >= MAX_SYNTAX_PROBLEMS) break;
    const lineBreak = tree.text.indexOf('\n', range.end);
    lineEnd = lineBreak < 0 ? tree.text.length : lineBreak;
    const message = 'This is not valid JavaScript. Code near here may not be checked.';
    problems.push({ kind: 'syntax', message, range });
  }
  return problems;
}
