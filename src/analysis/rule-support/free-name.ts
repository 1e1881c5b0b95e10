import type { SourceModel } from '../../source/model';

/** Whether a module can be imported under its own name: it is already, or nothing else in the file has that name. */
export function isFreeName(name: string, model: SourceModel): boolean {
  if (model.imports.some((entry) => entry.module === name && entry.name === undefined && !entry.alias))
    return true;
  const other = new RegExp(
    String.raw`(?<![.\w])${name}\s*(?:=(?!=)|:=)|\b(?:def|class|for|as|import)\s+${name}\b|[(,]\s*\*{0,2}${name}\s*[,):]`,
    'u',
  );
  return !other.test(model.text);
}
