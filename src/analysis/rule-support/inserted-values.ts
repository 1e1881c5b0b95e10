import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/**
 * The values that a text is put together from: the holes of a string, or the expression itself where it is not built
 * here. Findings then point at the value and not at a prompt of fifty lines.
 */
export function insertedValues(content: Expression, model: SourceModel): readonly Expression[] {
  const parts = model.stringParts(content);
  if (!parts) return [content];
  const holes = parts.flatMap((part) => (part.kind === 'hole' ? [part.expression] : []));
  // Where the text is known, a value may still be the default of a parameter, which callers replace.
  const written = content.kind === 'string' ? content.parts : [];
  const filled = written.flatMap((part) => (part.kind === 'hole' ? [part.expression] : []));
  const all = [...new Set([...holes, ...filled])];
  if (all.length > 0) return all;
  return content.kind === 'string' ? [] : [content];
}
