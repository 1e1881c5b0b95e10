/** Average width of a character of the label font; labels are placed before they are drawn. */
export const CHARACTER_WIDTH = 7.8;

/** Shortens with an ellipsis so that at most `length` characters remain. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(1, length - 1)).trimEnd()}…`;
}

/** Breaks at spaces into at most two lines of `length` characters. */
export function twoLines(text: string, length: number): string[] {
  if (text.length <= length) return [text];
  const space = text.lastIndexOf(' ', length);
  if (space <= 0) return [shorten(text, length)];
  return [text.slice(0, space), shorten(text.slice(space + 1), length)];
}
