const PRINT = 'print';
/** What may follow a `print` that is a name: calls, attributes, the end of the line. */
const BEHIND_NAME = /[ \t]*[(.\n\r#]/y;

/** Whether the grammar takes a name at the beginning of a statement for the keyword that `print` once was. */
export function isPrintStatement(text: string, start: number, end: number): boolean {
  if (end - start !== PRINT.length || !text.startsWith(PRINT, start)) return false;
  BEHIND_NAME.lastIndex = end;
  return !BEHIND_NAME.test(text);
}
