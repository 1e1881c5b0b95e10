import { textWidth } from '../text-width';

/** Of the font size: more characters than this gives room for need not be tried. */
const NARROWEST = 0.3;

/** A text that fits into `width` pixels: of one that is longer the middle goes, as names of models differ at their end. */
export function cutText(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const characters = Array.from(text);
  // Where the first half is larger by one, so that a single character still says how the name begins.
  for (
    let kept = Math.min(characters.length - 1, Math.ceil(width / fontSize / NARROWEST));
    kept > 1;
    kept--
  ) {
    const start = characters.slice(0, Math.ceil(kept / 2)).join('');
    const end = characters.slice(characters.length - Math.floor(kept / 2)).join('');
    const cut = `${start.trimEnd()}…${end.trimStart()}`;
    if (textWidth(cut, fontSize) <= width) return cut;
  }
  return '…';
}
