/** Widths of characters as a share of the font size, taken from a wide sans-serif so that other fonts fit too. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[iljI.,:;'|!()[\] ]/, 0.34],
  [/[ftr-]/, 0.42],
  [/[mwMW…@%]/, 0.95],
  [/[A-Z]/, 0.74],
  [/[0-9×+−=]/, 0.64],
];
const OTHER = 0.61;

/** About how wide a text is; texts are placed before they are drawn. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? OTHER;
  return width * fontSize;
}
