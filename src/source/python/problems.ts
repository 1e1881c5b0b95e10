import type { SourceProblem } from '../model';
import type { Facts } from './facts/facts';
import { isCompound, isSimpleStatement, T, typeSet } from './syntax/node-types';
import type { SyntaxTree } from './syntax/syntax-tree';
import type { ParseResult } from './syntax/parse';

/** One broken place gives many error nodes; the first ones tell enough. */
const MAX_SYNTAX_PROBLEMS = 20;

const LIMIT_MESSAGES = {
  length: 'The file is too long to be read whole. What follows here was not looked at.',
  milliseconds: 'Reading the file took too long. What follows here was not looked at.',
} as const;

/** What a parse could not take in: limits first, then syntax errors, one a line. */
export function parseProblems(facts: Facts, stopped: ParseResult['stopped']): readonly SourceProblem[] {
  const { tree, errors } = facts;
  const problems: SourceProblem[] = [];
  if (stopped) {
    const range = { start: Math.min(stopped.at, tree.text.length), end: tree.text.length };
    problems.push({ kind: 'limit', message: LIMIT_MESSAGES[stopped.limit], range });
  }
  let lineEnd = -1;
  for (const node of errors) {
    const range = tree.rangeOf(node);
    if (range.start <= lineEnd || isGrammarGap(tree, node)) continue;
    if (stopped && range.start >= stopped.at) break;
    if (problems.length >= MAX_SYNTAX_PROBLEMS) break;
    const lineBreak = tree.text.indexOf('\n', range.end);
    lineEnd = lineBreak < 0 ? tree.text.length : lineBreak;
    problems.push({
      kind: 'syntax',
      message: 'This is not valid Python. Code near here may not be checked.',
      range,
    });
  }
  return problems;
}

/** Expressions that may stand alone as a keyword, which the grammar does not know. */
const isYield = typeSet('YieldStatement', 'YieldExpression');

/**
 * Whether an error is one of the grammar rather than of the text: Lezer's Python grammar does not know `with (a as b, c as d):`,
 * `yield` without a value and patterns like `case Name():`.
 */
function isGrammarGap(tree: SyntaxTree, error: number): boolean {
  if (isYield[tree.typeOf(tree.parentOf(error))]) return true;
  for (let at = tree.parentOf(error); at >= 0; at = tree.parentOf(at)) {
    const type = tree.typeOf(at);
    if (type === T.Body || type === T.ArgList) return false;
    if (type === T.WithStatement || type === T.MatchClause) return true;
    if (isCompound[type] || isSimpleStatement[type]) return false;
  }
  return false;
}
