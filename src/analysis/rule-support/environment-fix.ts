import type { StringExpression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { Fix } from '../finding';
import { importEdit } from './import-edit';

/**
 * Reads a value from the environment instead of the literal that holds it, with `import os` where it is missing. None
 * when the literal is only a part of a text, or is itself what is put into the environment.
 */
export function environmentFix(
  literal: StringExpression,
  variable: string,
  model: SourceModel,
): readonly Fix[] {
  if (literal.value === undefined || literal.isBytes || literal.isDocstring) return [];
  const statement = model.statementAt(literal.range.start);
  const before = statement ? model.textAt({ start: statement.start, end: literal.range.start }) : '';
  if (/\benviron\b|\bputenv\b|\bsetenv\b/.test(before)) return [];
  const name = variableName(literal, variable);
  const added = importEdit(model, { module: 'os' });
  const read = { range: literal.range, newText: `os.environ["${name}"]` };
  return [
    {
      title: `Read it from the environment variable ${name}`,
      safe: false,
      edits: added ? [added, read] : [read],
    },
  ];
}

/** A constant in capitals already has the name that the variable should have. */
function variableName({ label }: StringExpression, usual: string): string {
  return label !== undefined && /^[A-Z][A-Z0-9_]*(?:KEY|TOKEN|SECRET|PASSWORD)$/.test(label) ? label : usual;
}
