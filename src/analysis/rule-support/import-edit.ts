import type { Import, SourceModel } from '../../source/model';
import type { SourceEdit } from '../../source/text-edit';

/**
 * The edit that adds an import statement (`import os`) to a file: above its first import, or above its first statement
 * where it has none. Undefined when the file already has that import at its top level.
 */
export function importEdit(
  model: SourceModel,
  wanted: { readonly module: string; readonly name?: string },
): SourceEdit | undefined {
  const topLevel = model.imports.filter((entry) => isTopLevel(entry, model.text));
  if (
    topLevel.some((entry) => entry.module === wanted.module && entry.name === wanted.name && !entry.alias)
  ) {
    return undefined;
  }
  const statement =
    wanted.name === undefined ? `import ${wanted.module}` : `from ${wanted.module} import ${wanted.name}`;
  const lineBreak = model.text.includes('\r\n') ? '\r\n' : '\n';
  const start = insertionPoint(model, topLevel);
  return { range: { start, end: start }, newText: statement + lineBreak };
}

/** `from __future__` imports must stay first, and so must the docstring. */
function insertionPoint(model: SourceModel, topLevel: readonly Import[]): number {
  const first = topLevel.find(({ module }) => module !== '__future__');
  if (first) return lineStart(model.text, model.statementAt(first.range.start)?.start ?? first.range.start);
  const future = topLevel.at(-1);
  const docstring = model.strings.find(({ isDocstring }) => isDocstring);
  const startsFile = docstring && model.statementAfter(0)?.start === docstring.range.start;
  const head = future?.range ?? (startsFile ? docstring.range : undefined);
  const statement = model.statementAfter(head?.end ?? 0);
  return statement ? lineStart(model.text, statement.start) : model.text.length;
}

function isTopLevel({ range }: Import, text: string): boolean {
  return (
    lineStart(text, range.start) === range.start ||
    text.slice(lineStart(text, range.start), range.start).startsWith('from ')
  );
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
