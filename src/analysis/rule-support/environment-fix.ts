import type { StringExpression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { Fix } from '../finding';
import { importEdit } from './import-edit';
import { isScript } from './language';

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
  if (model.language !== 'python' && !isScript(model)) return [];
  const statement = model.statementAt(literal.range.start);
  const before = statement ? model.textAt({ start: statement.start, end: literal.range.start }) : '';
  if (/\benviron\b|\bputenv\b|\bsetenv\b/.test(before)) return [];
  const name = variableName(literal, variable);
  if (isScript(model)) {
    const edit = { range: literal.range, newText: `process.env.${name}` };
    return isValue(literal, model)
      ? [{ title: `Read it from the environment variable ${name}`, safe: false, edits: [edit] }]
      : [];
  }
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

/** Whether an expression may stand where the literal does: not in an attribute of JSX, not as the name of a property. */
function isValue({ range }: StringExpression, model: SourceModel): boolean {
  const before = model.textAt({ start: Math.max(0, range.start - 80), end: range.start });
  const behind = model.textAt({ start: range.end, end: range.end + 8 });
  const isAttribute = /[\w-]=$/u.test(before);
  return !isAttribute && !/^\s*:/u.test(behind) && !/\bprocess\.env\.\w+\s*=\s*$/u.test(before);
}
