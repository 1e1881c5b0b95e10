import type { SourceModel } from '../../source/model';
import type { Finding, Fix } from '../finding';
import { oncePerModel } from '../once-per-model';
import { isScript } from '../rule-support/language';
import { readSuppressions } from './suppression';

/**
 * The edit that hides a finding: a comment at the end of its line. A comment that is there already gets the rule's id. Where
 * a line cannot end in a comment (it is inside a string or continues with a backslash) the comment goes on a line of its own
 * above the statement.
 */
export function suppressFix(model: SourceModel, finding: Finding): Fix {
  return { title: `Ignore ${finding.ruleId} here`, safe: false, edits: [suppressEdit(model, finding)] };
}

function suppressEdit(model: SourceModel, finding: Finding): Fix['edits'][number] {
  const { text } = model;
  const lineEnd = endOfLine(text, finding.range.start);
  const lineStart = text.lastIndexOf('\n', finding.range.start - 1) + 1;

  const there = readSuppressions(model).suppressions.find(
    ({ applies }) => applies.start <= finding.range.start && finding.range.start <= applies.end,
  );
  if (there) {
    const close = text.indexOf(']', there.comment.start);
    return { range: { start: close, end: close }, newText: `, ${finding.ruleId}` };
  }

  const sign = isScript(model) ? '//' : '#';
  const comment = `${sign} mlsecops: ignore[${finding.ruleId}]`;
  if (canEndInComment(model, lineStart, lineEnd)) {
    return { range: { start: lineEnd, end: lineEnd }, newText: `  ${comment}` };
  }
  const statement = model.statementAt(finding.range.start)?.start ?? lineStart;
  const above = text.lastIndexOf('\n', statement - 1) + 1;
  const indent = /^[ \t]*/u.exec(text.slice(above))?.[0] ?? '';
  return { range: { start: above, end: above }, newText: `${indent}${comment}${lineBreak(text)}` };
}

function canEndInComment(model: SourceModel, lineStart: number, lineEnd: number): boolean {
  const line = model.text.slice(lineStart, lineEnd);
  if (line.endsWith('\\')) return false;
  // Between the tags of JSX a comment would be text.
  if (isScript(model) && MARKUP.test(line)) return false;
  if (model.comments.some(({ range }) => range.start >= lineStart && range.start < lineEnd)) return false;
  return !linesOfText(model).some((range) => range.start < lineEnd && lineEnd < range.end);
}

const MARKUP = /^\s*<|^\s*[\w:-]+=[{"']|>\s*$/u;

/** The strings that go over several lines. */
const linesOfText = oncePerModel(({ strings, text }) =>
  strings.map(({ range }) => range).filter(({ start, end }) => /[\r\n]/u.test(text.slice(start, end))),
);

function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

function lineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
