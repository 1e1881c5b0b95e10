import { textWidth } from '../text-width';

/** A text of the legend with its place; `x` is where its sign stands. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export const LEGEND_FONT = 12;
export const LEGEND_STEP = 21;
const SIGN = 18;
const GAP = 20;

/** Sets texts, each behind a sign, in as many centred rows as they need. */
export function legendRows(texts: readonly string[], width: number): PlacedText[][] {
  const rows: { readonly texts: string[]; used: number }[] = [];
  for (const text of texts) {
    const size = SIGN + textWidth(text, LEGEND_FONT);
    const last = rows.at(-1);
    if (last && last.used + GAP + size <= width) {
      last.texts.push(text);
      last.used += GAP + size;
    } else rows.push({ texts: [text], used: size });
  }
  return rows.map((row, at) => {
    let x = (width - row.used) / 2;
    return row.texts.map((text) => {
      const placed = { text, x, y: at * LEGEND_STEP };
      x += SIGN + textWidth(text, LEGEND_FONT) + GAP;
      return placed;
    });
  });
}
