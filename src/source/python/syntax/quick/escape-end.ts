import * as Char from './char';

/** Where the escape that begins with the backslash at `at` ends, as the grammar sees it. */
export function escapeEnd(text: string, at: number): number {
  const code = text.charCodeAt(at + 1);
  const first = at + 2;
  switch (code) {
    case Char.O:
      return digitsEnd(text, first, 2, isOctal);
    case Char.X:
      return digitsEnd(text, first, 2, isHex);
    case Char.U:
      return digitsEnd(text, first, 4, isHex);
    case Char.UpperU:
      return digitsEnd(text, first, 8, isHex);
    case Char.UpperN:
      return text.charCodeAt(first) === Char.BraceOpen ? nameEnd(text, first + 1) : first;
    default:
      return first;
  }
}

function digitsEnd(text: string, from: number, most: number, isDigit: (code: number) => boolean): number {
  let at = from;
  while (at < from + most && isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isOctal(code: number): boolean {
  return code >= Char.Zero && code <= Char.Seven;
}

function isHex(code: number): boolean {
  const lower = code | 0x20;
  return (code >= Char.Zero && code <= Char.Nine) || (lower >= Char.LowerA && lower <= Char.F);
}

/** Behind a character's name in braces. */
function nameEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.BraceClose) return at + 1;
    if (code === Char.Quote || code === Char.DoubleQuote || code === Char.LineFeed) return at;
  }
  return text.length;
}
