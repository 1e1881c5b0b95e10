import type { SourceModel } from '../../source/model';
import type { RuleContext } from '../rule';
import { reportKey } from './key-report';
import { isScript } from './language';
import { secretsIn } from './secret-matcher';

/** What follows the mark of a comment in a line, if it is long enough for a key; marks in texts are among them. */
const BEHIND_HASH = /#[^\n]{20,}/gu;
const BEHIND_MARK = /(?:\/\/|\*|<!--)[^\n]{20,}/gu;

/** Keys in the comments of a program: code that was commented out still publishes what it holds. */
export function checkComments(text: string, context: RuleContext): void {
  const { model, catalog } = context;
  for (const line of text.matchAll(isScript(model) ? BEHIND_MARK : BEHIND_HASH)) {
    for (const { format, secret, start, end } of secretsIn(line[0], catalog)) {
      const range = { start: line.index + start, end: line.index + end };
      if (isComment(range, model)) reportKey({ format, secret, range, whole: false }, undefined, context);
    }
  }
}

function isComment({ start, end }: { start: number; end: number }, model: SourceModel): boolean {
  return model
    .commentsIn({ start: model.text.lastIndexOf('\n', start) + 1, end: lineEnd(model.text, end) })
    .some((comment) => comment.range.start <= start && end <= comment.range.end);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
