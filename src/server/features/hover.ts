import { MarkupKind, type Hover, type Position, type Range } from 'vscode-languageserver';
import type { AnalysedSource } from '../analysis/analysed-source';
import type { CoreCatalog } from '../../catalog/core';
import { plainText } from './plain-text';
import { ruleMarkdown } from './rule-markdown';

/** Explains the findings at a position of a document; null where there are none. */
export function hover(
  result: AnalysedSource,
  uri: string,
  position: Position,
  catalog: CoreCatalog,
  markdown: boolean,
): Hover | null {
  const here = (result.diagnostics.get(uri)?.findings ?? []).filter(({ range }) => holds(range, position));
  const { engine } = result.project;
  const rules = new Set(here.flatMap(({ data }) => (data && engine.ruleOf(data.ruleId)) ?? []));
  const texts = [...rules].map((rule) => ruleMarkdown(rule, catalog));
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

function holds({ start, end }: Range, { line, character }: Position): boolean {
  const afterStart = line > start.line || (line === start.line && character >= start.character);
  const beforeEnd = line < end.line || (line === end.line && character <= end.character);
  return afterStart && beforeEnd;
}
