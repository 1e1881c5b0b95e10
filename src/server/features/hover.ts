import { MarkupKind, type Hover, type Position, type Range } from 'vscode-languageserver';
import type { AnalysedSource } from '../analysis/analysed-source';
import type { Catalog } from '../../catalog/catalog';
import type { LensDiagnostic } from '../../protocol/finding';
import { plainText } from './plain-text';
import { findingMarkdown } from './rule-markdown';

/** Explains the findings at a position of a document; null where there are none. */
export function hover(
  result: AnalysedSource,
  uri: string,
  position: Position,
  catalog: Catalog,
  markdown: boolean,
): Hover | null {
  const here = (result.diagnostics.get(uri)?.findings ?? []).filter(({ range }) => holds(range, position));
  const texts = here.flatMap((diagnostic) => textOf(diagnostic, result, catalog));
  const first = here[0];
  if (!first || texts.length === 0) return null;
  const text = texts.join('\n\n---\n\n');
  return {
    contents: markdown
      ? { kind: MarkupKind.Markdown, value: text }
      : { kind: MarkupKind.PlainText, value: plainText(text) },
    range: first.range,
  };
}

function textOf(
  { data, message }: LensDiagnostic,
  { project }: AnalysedSource,
  catalog: Catalog,
): readonly string[] {
  const rule = data && project.engine.ruleOf(data.ruleId);
  return rule ? [findingMarkdown(message, rule, catalog)] : [];
}

function holds({ start, end }: Range, { line, character }: Position): boolean {
  const afterStart = line > start.line || (line === start.line && character >= start.character);
  const beforeEnd = line < end.line || (line === end.line && character <= end.character);
  return afterStart && beforeEnd;
}
