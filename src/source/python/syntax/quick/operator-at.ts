import * as Char from './char';
import { Token } from './token';
import { unclear } from './unclear';

/** An operator or a sign, and how long it is. */
export interface Operator {
  readonly token: Token;
  readonly length: number;
}

const SIGNS: readonly (readonly [string, Token])[] = [
  ['(', Token.ParenOpen], [')', Token.ParenClose], ['[', Token.BracketOpen], [']', Token.BracketClose],
  ['{', Token.BraceOpen], ['}', Token.BraceClose], [',', Token.Comma], [';', Token.Semicolon],
  [':', Token.Colon], [':=', Token.Walrus], ['.', Token.Dot], ['...', Token.Ellipsis], ['=', Token.Assign],
  ['@', Token.At], ['@=', Token.Update], ['*', Token.Star], ['**', Token.DoubleStar], ['/', Token.Slash],
  ['//', Token.Times], ['%', Token.Times], ['+', Token.Sign], ['-', Token.Sign], ['~', Token.Tilde],
  ['|', Token.Pipe], ['^', Token.Caret], ['&', Token.Ampersand], ['<<', Token.Shift], ['>>', Token.Shift],
  ['<', Token.Compare], ['>', Token.Compare], ['<=', Token.Compare], ['>=', Token.Compare], ['==', Token.Compare],
  ['!=', Token.Compare], ['<>', Token.Compare], ['->', Token.Arrow], ['+=', Token.Update], ['-=', Token.Update],
  ['%=', Token.Update], ['&=', Token.Update], ['|=', Token.Update], ['^=', Token.Update], ['<<=', Token.Update],
  ['>>=', Token.Update], ['*=', Token.Update], ['**=', Token.Update], ['/=', Token.Update], ['//=', Token.Update],
  ['!r', Token.Conversion], ['!s', Token.Conversion], ['!a', Token.Conversion],
]; // prettier-ignore

/** By the code of the first character: what may stand there, the longest first. */
const BY_FIRST: (readonly (Operator & { readonly text: string })[])[] = [];
for (let code = 0; code < 128; code++) {
  BY_FIRST.push(
    SIGNS.filter(([text]) => text.charCodeAt(0) === code)
      .map(([text, token]) => ({ text, token, length: text.length }))
      .sort((a, b) => b.length - a.length),
  );
}

/** The longest operator that stands at `at`, where `code` does. */
export function operatorAt(text: string, at: number, code: number): Operator {
  const candidates = code < Char.FirstLetterBeyond ? BY_FIRST[code] : undefined;
  if (candidates) {
    for (const one of candidates) if (one.length === 1 || text.startsWith(one.text, at)) return one;
  }
  return unclear();
}
