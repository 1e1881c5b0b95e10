import { isFreeName } from './free-name';
import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { SourceEdit } from '../../source/text-edit';
import type { Fix } from '../finding';
import { importEdit } from './import-edit';
import { isScript } from './language';

/** A function that makes a value harmless in the text it is put into. */
export interface Wrapper {
  readonly title: string;
  readonly module: string;
  readonly name: string;
}

/**
 * Wraps the values that a text is put together from (`f"git checkout {name}"`, `"<p>" + answer`) in a function that makes them harmless.
 * `isRisky` says which. None where a value is the whole text, or stands between quotes of its own.
 */
export function wrapInserted(
  text: Expression,
  isRisky: (value: Expression) => boolean,
  { title, module, name }: Wrapper,
  model: SourceModel,
): readonly Fix[] {
  if (isScript(model) || !isFreeName(module, model)) return [];
  const values = insertedParts(text, model).filter(isRisky);
  if (values.length === 0) return [];
  const wrapped = values.flatMap(({ range }): SourceEdit[] => [
    { range: { start: range.start, end: range.start }, newText: `${module}.${name}(` },
    { range: { start: range.end, end: range.end }, newText: ')' },
  ]);
  const added = importEdit(model, { module });
  return [{ title, safe: false, edits: added ? [added, ...wrapped] : wrapped }];
}

/** Values between fixed pieces, where they are written in place. */
function insertedParts(text: Expression, model: SourceModel): readonly Expression[] {
  if (text.kind === 'string') {
    return text.parts.flatMap((part) => {
      if (part.kind !== 'hole') return [];
      const { start, end } = part.range;
      const around =
        model.textAt({ start: start - 1, end: start }) + model.textAt({ start: end, end: end + 1 });
      // Quotes of the shell around a quoted value would end where its own begin.
      return isWhole(text, model) || /^''$|^""$/u.test(around) ? [] : [part.expression];
    });
  }
  if (text.kind !== 'binary' || text.operator !== '+') return [];
  return [text.left, text.right].flatMap((side) =>
    side.kind === 'string' || side.kind === 'binary' ? insertedParts(side, model) : [side],
  );
}

/** `f"{command}"` */
function isWhole(text: Extract<Expression, { kind: 'string' }>, model: SourceModel): boolean {
  return /^\w*(["']+)\{[^{}]*\}\1$/u.test(model.textAt(text.range));
}
