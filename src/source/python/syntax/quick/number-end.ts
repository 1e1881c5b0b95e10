import * as Char from './char';

/** Where the number that begins at `start` with a digit, or with a dot and a digit, ends. `20.` is not read here: its dot is not of it. */
export function numberEnd(text: string, start: number): number {
  if (text.charCodeAt(start) === Char.Zero) {
    const end = withBase(text, start);
    if (end > start) return end;
  }
  let at = digitsEnd(text, start);
  if (text.charCodeAt(at) === Char.Dot && isDigit(text.charCodeAt(at + 1))) at = digitsEnd(text, at + 1);
  if ((text.charCodeAt(at) | 0x20) === Char.E) {
    const sign = text.charCodeAt(at + 1);
    const exponent = sign === Char.Plus || sign === Char.Minus ? at + 2 : at + 1;
    if (isDigit(text.charCodeAt(exponent))) at = digitsEnd(text, exponent);
  }
  return (text.charCodeAt(at) | 0x20) === Char.J ? at + 1 : at;
}

/** Where a number like `0x1f` ends; `start` when it is none. */
function withBase(text: string, start: number): number {
  const base = text.charCodeAt(start + 1) | 0x20;
  const last = base === Char.B ? Char.One : base === Char.O ? Char.Seven : base === Char.X ? Char.Nine : 0;
  if (last === 0) return start;
  let at = start + 2;
  for (;;) {
    const code = text.charCodeAt(at);
    const lower = code | 0x20;
    const isHexLetter = base === Char.X && lower >= Char.LowerA && lower <= Char.F;
    if (!isHexLetter && code !== Char.Underscore && !(code >= Char.Zero && code <= last)) break;
    at++;
  }
  return at > start + 2 ? at : start;
}

function digitsEnd(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at)) || text.charCodeAt(at) === Char.Underscore) at++;
  return at;
}

function isDigit(code: number): boolean {
  return code >= Char.Zero && code <= Char.Nine;
}
