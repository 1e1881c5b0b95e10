import type { RuleContext } from '../rule';
import { reportKey } from './key-report';
import { secretsIn } from './secret-matcher';

/** Keys in the comments of a program: code that was commented out still publishes what it holds. */
export function checkComments(text: string, context: RuleContext): void {
  for (const { format, secret, start, end } of secretsIn(text, context.catalog)) {
    const lineStart = text.lastIndexOf('\n', start) + 1;
    if (!/#|\/\/|\*|<!--/u.test(text.slice(lineStart, start))) continue;
    const range = { start, end };
    const isComment = context.model
      .commentsIn({ start: lineStart, end: lineEnd(text, end) })
      .some((comment) => comment.range.start <= start && end <= comment.range.end);
    if (isComment) reportKey({ format, secret, range, whole: false }, undefined, context);
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
