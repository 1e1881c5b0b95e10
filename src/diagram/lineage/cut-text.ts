import { textWidth } from '../text-width';

/** Of the font size: more characters than this gives room for need not be tried. */
const NARROWEST = 0.3;

/** A text that fits into `width` pixels: of one that is longer the middle goes, as names of models differ at their end. */
export function cutText(text: string, fontSize: number, width: number): string {
  return cut(text, fontSize, width, (characters, kept) => {
    const start = characters.slice(0, Math.ceil(kept / 2)).join('');
    const end = characters.slice(characters.length - Math.floor(kept / 2)).join('');
    return `${start.trimEnd()}…${end.trimStart()}`;
  });
}

/** A text that fits into `width` pixels: of one that is longer the end goes. */
export function cutEnd(text: string, fontSize: number, width: number): string {
  return cut(text, fontSize, width, (characters, kept) => `${characters.slice(0, kept).join('').trimEnd()}…`);
}

function cut(
  text: string,
  fontSize: number,
  width: number,
  shorten: (characters: readonly string[], kept: number) => string,
): string {
  if (textWidth(text, fontSize) <= width) return text;
  const characters = Array.from(text);
  const most = Math.min(characters.length - 1, Math.ceil(width / fontSize / NARROWEST));
  for (let kept = most; kept > 1; kept--) {
    const short = shorten(characters, kept);
    if (textWidth(short, fontSize) <= width) return short;
  }
  return '…';
}
