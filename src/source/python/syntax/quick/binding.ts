import { Token } from './token';

// How close operators bind, the loosest first; to be imported as one: `Or`.
/** Of what is no operator between two operands. */
export const None = 0;
export const Or = 1;
export const And = 2;
/** What `not` may be an operand of binds no closer. */
export const Not = 3;
export const Compare = 4;
export const Pipe = 5;
export const Caret = 6;
export const Ampersand = 7;
export const Shift = 8;
export const Sign = 9;
export const Times = 10;

const BINDINGS = new Uint8Array(Token.Count);
const OPERATORS: readonly (readonly [token: Token, binding: number])[] = [
  [Token.Or, Or],
  [Token.And, And],
  [Token.Compare, Compare],
  [Token.In, Compare],
  [Token.Not, Compare],
  [Token.Is, Compare],
  [Token.Pipe, Pipe],
  [Token.Caret, Caret],
  [Token.Ampersand, Ampersand],
  [Token.Shift, Shift],
  [Token.Sign, Sign],
  [Token.Star, Times],
  [Token.Slash, Times],
  [Token.Times, Times],
  [Token.At, Times],
];
for (const [token, binding] of OPERATORS) BINDINGS[token] = binding;

/** How close an operator binds; `None` for what is no operator between two operands. */
export function of(token: Token): number {
  return BINDINGS[token] ?? None;
}
