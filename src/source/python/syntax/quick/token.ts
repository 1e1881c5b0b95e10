import { T } from '../node-types';

/** What the lexer tells apart. Words stand between `Name` and `Yield`, so that a comparison tells them. */
export const enum Token {
  End,
  Newline,
  Indent,
  Dedent,
  Number,
  String,
  Ellipsis,
  Name,
  False,
  None,
  True,
  And,
  As,
  Assert,
  Async,
  Await,
  Break,
  Class,
  Continue,
  Def,
  Del,
  Elif,
  Else,
  Except,
  Finally,
  For,
  From,
  Global,
  If,
  Import,
  In,
  Is,
  Lambda,
  Nonlocal,
  Not,
  Or,
  Pass,
  Raise,
  Return,
  Try,
  While,
  With,
  Yield,
  ParenOpen,
  ParenClose,
  BracketOpen,
  BracketClose,
  BraceOpen,
  BraceClose,
  Comma,
  Colon,
  Dot,
  Semicolon,
  At,
  Star,
  DoubleStar,
  Slash,
  /** `//` and `%`: operators that nothing but an expression holds. */
  Times,
  Sign,
  Tilde,
  Pipe,
  Caret,
  Ampersand,
  Shift,
  Compare,
  Assign,
  Walrus,
  Update,
  Arrow,
  Conversion,
  Count,
}

const KEYWORDS: readonly (readonly [word: string, token: Token, node: number])[] = [
  ['False', Token.False, T.Boolean],
  ['None', Token.None, T.None],
  ['True', Token.True, T.Boolean],
  ['and', Token.And, T.and],
  ['as', Token.As, T.as],
  ['assert', Token.Assert, T.assert],
  ['async', Token.Async, T.async],
  ['await', Token.Await, T.await],
  ['break', Token.Break, T.break],
  ['class', Token.Class, T.class],
  ['continue', Token.Continue, T.continue],
  ['def', Token.Def, T.def],
  ['del', Token.Del, T.del],
  ['elif', Token.Elif, T.elif],
  ['else', Token.Else, T.else],
  ['except', Token.Except, T.except],
  ['finally', Token.Finally, T.finally],
  ['for', Token.For, T.for],
  ['from', Token.From, T.from],
  ['global', Token.Global, T.global],
  ['if', Token.If, T.if],
  ['import', Token.Import, T.import],
  ['in', Token.In, T.in],
  ['is', Token.Is, T.is],
  ['lambda', Token.Lambda, T.lambda],
  ['nonlocal', Token.Nonlocal, T.nonlocal],
  ['not', Token.Not, T.not],
  ['or', Token.Or, T.or],
  ['pass', Token.Pass, T.pass],
  ['raise', Token.Raise, T.raise],
  ['return', Token.Return, T.return],
  ['try', Token.Try, T.try],
  ['while', Token.While, T.while],
  ['with', Token.With, T.with],
  ['yield', Token.Yield, T.yield],
];

const LONGEST_KEYWORD = 8;

/** Keywords by their length and the last five bits of their first letter. */
const BY_LENGTH_AND_LETTER: { readonly word: string; readonly token: Token }[][] = Array.from(
  { length: (LONGEST_KEYWORD + 1) * 32 },
  () => [],
);
for (const [word, token] of KEYWORDS) {
  BY_LENGTH_AND_LETTER[word.length * 32 + (word.charCodeAt(0) & 31)]?.push({ word, token });
}

/** The token of the word at `start` to `end`: that of a keyword, or `Name`. */
export function wordToken(text: string, start: number, end: number): Token {
  const length = end - start;
  if (length > LONGEST_KEYWORD) return Token.Name;
  const candidates = BY_LENGTH_AND_LETTER[length * 32 + (text.charCodeAt(start) & 31)];
  if (candidates === undefined) return Token.Name;
  for (const { word, token } of candidates) if (text.startsWith(word, start)) return token;
  return Token.Name;
}

/** Nodes of the other tokens. */
const NODES: readonly (readonly [token: Token, node: number])[] = [
  [Token.Number, T.Number],
  [Token.Ellipsis, T.Ellipsis],
  [Token.Name, T.VariableName],
  [Token.ParenOpen, T['(']],
  [Token.ParenClose, T[')']],
  [Token.BracketOpen, T['[']],
  [Token.BracketClose, T[']']],
  [Token.BraceOpen, T['{']],
  [Token.BraceClose, T['}']],
  [Token.Comma, T[',']],
  [Token.Colon, T[':']],
  [Token.Dot, T['.']],
  [Token.Semicolon, T[';']],
  [Token.At, T['@']],
  [Token.Star, T['*']],
  [Token.DoubleStar, T['**']],
  [Token.Slash, T.ArithOp],
  [Token.Times, T.ArithOp],
  [Token.Sign, T.ArithOp],
  [Token.Tilde, T.BitOp],
  [Token.Pipe, T.BitOp],
  [Token.Caret, T.BitOp],
  [Token.Ampersand, T.BitOp],
  [Token.Shift, T.BitOp],
  [Token.Compare, T.CompareOp],
  [Token.Assign, T.AssignOp],
  [Token.Walrus, T.AssignOp],
  [Token.Update, T.UpdateOp],
  [Token.Conversion, T.FormatConversion],
];

/** The node that stands for a token in the tree, by token. */
export const NODE_OF = new Uint8Array(Token.Count).fill(255);
for (const [, token, node] of KEYWORDS) NODE_OF[token] = node;
for (const [token, node] of NODES) NODE_OF[token] = node;
