import { T } from '../node-types';
import * as Char from './char';
import { escapeEnd } from './escape-end';
import { Lexer } from './lexer';
import { Token } from './token';
import { unclear } from './unclear';

interface Quoting {
  readonly quote: number;
  readonly isLong: boolean;
  readonly isRaw: boolean;
  readonly isFormat: boolean;
}

/** Reads strings, with what is escaped and inserted in them. */
export abstract class StringParser extends Lexer {
  protected abstract test(): void;
  protected abstract yieldExpression(): void;

  /** A string, or several one behind the other. */
  protected strings(): void {
    const mark = this.open();
    const { start } = this;
    this.string();
    if (this.token !== Token.String) return;
    while (this.is(Token.String)) this.string();
    this.close(T.ContinuedString, mark, start);
  }

  private string(): void {
    const { text, start } = this;
    const mark = this.open();
    let at = start;
    let isRaw = false;
    let isFormat = false;
    let code = text.charCodeAt(at);
    for (; code !== Char.Quote && code !== Char.DoubleQuote; code = text.charCodeAt(++at)) {
      const letter = code | 0x20;
      if (letter === Char.R) isRaw = true;
      else if (letter === Char.F) isFormat = true;
    }
    const isLong = text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code;
    const end = this.contentEnd(at + (isLong ? 3 : 1), { quote: code, isLong, isRaw, isFormat });
    this.lastEnd = end;
    this.close(isFormat ? T.FormatString : T.String, mark, start);
    this.scanFrom(end);
  }

  /** Reads what stands between the quotes; gives where the closing ones end. */
  private contentEnd(from: number, { quote, isLong, isRaw, isFormat }: Quoting): number {
    const { text, nodes } = this;
    for (let at = from; at < text.length;) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (!isLong) return at + 1;
        if (text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote) return at + 3;
        at++;
      } else if (code === Char.Backslash) {
        const end = isRaw ? at + 2 : escapeEnd(text, at);
        if (!isRaw) nodes.add(T.Escape, at, end, nodes.count);
        at = end;
      } else if (isFormat && code === Char.BraceOpen) {
        if (text.charCodeAt(at + 1) === Char.BraceOpen) at += 2;
        else at = this.replacement(at);
      } else if (code === Char.LineFeed && !isLong) {
        break;
      } else {
        at++;
      }
    }
    return unclear();
  }

  /** Reads what is inserted by the brace at `brace`; gives where it ends. */
  private replacement(brace: number): number {
    const { nodes } = this;
    const mark = nodes.count;
    nodes.add(T['{'], brace, brace + 1, mark);
    this.nesting++;
    this.scanFrom(brace + 1);
    if (this.token === Token.Yield) this.yieldExpression();
    else this.inserted();
    if (this.token === Token.Assign) this.takeAs(T.FormatSelfDoc);
    if (this.token === Token.Conversion) this.take();
    if (this.token !== Token.Colon && this.token !== Token.BraceClose) unclear();
    this.open();
    this.nesting--;
    const { start } = this;
    const end = this.token === Token.Colon ? this.format(start) : start;
    nodes.add(T['}'], end, end + 1, nodes.count);
    nodes.add(T.FormatReplacement, brace, end + 1, mark);
    return end + 1;
  }

  private inserted(): void {
    for (;;) {
      if (this.token === Token.Star) this.take();
      this.test();
      if (this.token !== Token.Comma) return;
      this.take();
      if (!this.mayBeginExpression()) return;
    }
  }

  /** Whether a list does not end with the comma just taken. */
  protected mayBeginExpression(): boolean {
    switch (this.token) {
      case Token.BraceClose:
      case Token.BracketClose:
      case Token.ParenClose:
      case Token.Colon:
      case Token.Assign:
      case Token.Conversion:
      case Token.Newline:
      case Token.Semicolon:
      case Token.In:
      case Token.Update:
        return false;
      default:
        return true;
    }
  }

  /** Reads the format behind the colon at `colon`; gives where it ends, which is where the brace is closed. */
  private format(colon: number): number {
    const { text, nodes } = this;
    const mark = nodes.count;
    nodes.add(T[':'], colon, colon + 1, mark);
    for (let at = colon + 1; at < text.length;) {
      const code = text.charCodeAt(at);
      if (code === Char.BraceClose) {
        nodes.add(T.FormatSpec, colon, at, mark);
        return at;
      }
      at = code === Char.BraceOpen ? this.replacement(at) : at + 1;
    }
    return unclear();
  }
}
