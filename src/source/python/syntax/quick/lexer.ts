import type { FlatNodes } from '../../../syntax/flatten';
import { T } from '../node-types';
import * as Char from './char';
import { NodeList } from './node-list';
import { numberEnd } from './number-end';
import { operatorAt } from './operator-at';
import { NODE_OF, Token, wordToken } from './token';
import { unclear } from './unclear';

/**
 * Reads one token after the other and adds the nodes of those that are taken. Comments become nodes where the next token is taken,
 * or in front of the node that begins with it: in the innermost node that goes on behind them.
 */
export abstract class Lexer {
  protected readonly nodes: NodeList;
  /** The token in hand, not yet taken. */
  protected token: Token = Token.End;
  protected start = 0;
  protected end = 0;
  /** Where the last token taken ended. */
  protected lastEnd = 0;
  /** Open brackets: within them line breaks mean nothing. */
  protected nesting = 0;
  /** Starts and ends of comments in front of the token in hand. */
  private readonly comments: number[] = [];
  private readonly indents: number[] = [0];
  /** Depth of the line that a dedent ends a block in front of. */
  private lineDepth = 0;

  constructor(protected readonly text: string) {
    this.nodes = new NodeList(Math.max(64, (text.length * 3) >> 3));
  }

  /** Everything that was read, in source order. */
  found(length: number): FlatNodes {
    return this.nodes.inSourceOrder(length);
  }

  /** Begins a node with the token in hand; gives what `close` is to be told. */
  protected open(): number {
    if (this.comments.length > 0) this.addComments();
    return this.nodes.count;
  }

  /** Ends a node behind the last token taken. */
  protected close(type: number, mark: number, start: number): void {
    this.nodes.add(type, start, this.lastEnd, mark);
  }

  /** What the token in hand is: taking one changes `token`, which its type does not know. */
  protected is(token: Token): boolean {
    return this.token === token;
  }

  /** Takes the token in hand, with a node. */
  protected take(): void {
    this.takeAs(NODE_OF[this.token] ?? 255);
  }

  protected takeAs(type: number): void {
    const mark = this.open();
    this.nodes.add(type, this.start, this.end, mark);
    this.pass();
  }

  /** Takes a word that has to be there, which may be a keyword. */
  protected takeWord(type: number): void {
    if (this.token < Token.Name || this.token > Token.Yield) unclear();
    this.takeAs(type);
  }

  /** Takes a token that has to be there. */
  protected expect(token: Token): void {
    if (this.token !== token) unclear();
    this.take();
  }

  /** Takes the token in hand without a node. */
  protected pass(): void {
    if (this.comments.length > 0) this.addComments();
    this.lastEnd = this.end;
    this.scan();
  }

  protected openBracket(): void {
    this.nesting++;
    this.take();
  }

  protected closeBracket(token: Token): void {
    if (this.token !== token) unclear();
    this.nesting--;
    this.take();
  }

  /** Takes the end of a line, and goes on to the next one that holds anything. */
  protected endLine(): void {
    if (this.token !== Token.Newline) unclear();
    if (this.comments.length > 0) this.addComments();
    this.lastEnd = this.end;
    this.startLine(this.end);
  }

  /** Enters the block that begins with the line in hand. */
  protected indent(): void {
    if (this.token !== Token.Indent) unclear();
    this.indents.push(this.lineDepth);
    this.scanFrom(this.end);
  }

  protected dedent(): void {
    this.indents.pop();
    this.atDepth();
  }

  /** Goes on reading at `position`, which may be in the middle of a string. */
  protected scanFrom(position: number): void {
    this.end = position;
    this.scan();
  }

  /** Reads the first token of the next line that is not empty. */
  protected startLine(from: number): void {
    const { text } = this;
    for (let at = from; ;) {
      let depth = 0;
      let code = text.charCodeAt(at);
      for (; code === Char.Space || code === Char.Tab; code = text.charCodeAt(++at)) {
        depth += code === Char.Tab ? 8 - (depth % 8) : 1;
      }
      if (code === Char.Hash) {
        const end = this.commentEnd(at);
        this.comments.push(at, end);
        at = end + 1;
      } else if (code === Char.LineFeed || code === Char.Return) {
        at++;
      } else {
        // Where the depth of a line is in doubt.
        if (code === Char.FormFeed || code === Char.Backslash) unclear();
        this.lineDepth = depth;
        this.start = this.end = at;
        this.atDepth();
        return;
      }
      if (at >= text.length) unclear();
    }
  }

  /** What a line of this depth begins with. */
  private atDepth(): void {
    const current = this.indents[this.indents.length - 1] ?? 0;
    if (this.lineDepth === current) this.scan();
    else this.token = this.lineDepth > current ? Token.Indent : Token.Dedent;
  }

  /** Reads the next token from where the one in hand ends. */
  private scan(): void {
    const { text } = this;
    let at = this.end;
    let code = text.charCodeAt(at);
    for (;;) {
      if (code === Char.Space || code === Char.Tab || code === Char.FormFeed) {
        code = text.charCodeAt(++at);
      } else if (code === Char.LineFeed || code === Char.Return) {
        if (this.nesting === 0) return this.hold(Token.Newline, at, at + 1);
        code = text.charCodeAt(++at);
      } else if (code === Char.Hash) {
        const end = this.commentEnd(at);
        this.comments.push(at, end);
        at = end;
        code = text.charCodeAt(at);
      } else if (code === Char.Backslash) {
        at = this.joinedLine(at);
        code = text.charCodeAt(at);
      } else {
        break;
      }
    }
    if (isNameStart(code)) this.word(at);
    else if (isDigit(code) || (code === Char.Dot && isDigit(text.charCodeAt(at + 1)))) {
      this.hold(Token.Number, at, numberEnd(text, at));
    } else if (code === Char.Quote || code === Char.DoubleQuote) this.hold(Token.String, at, at);
    else if (at >= text.length) this.hold(Token.End, at, at);
    else {
      const { token, length } = operatorAt(text, at, code);
      this.hold(token, at, at + length);
    }
  }

  private hold(token: Token, start: number, end: number): void {
    this.token = token;
    this.start = start;
    this.end = end;
  }

  /** A name, a keyword, or the prefix of a string. */
  private word(start: number): void {
    const { text } = this;
    let at = start + 1;
    let code = text.charCodeAt(at);
    while (isNameStart(code) || isDigit(code)) code = text.charCodeAt(++at);
    if ((code === Char.Quote || code === Char.DoubleQuote) && isStringPrefix(text, start, at)) {
      this.hold(Token.String, start, at);
    } else {
      this.hold(wordToken(text, start, at), start, at);
    }
  }

  /** Behind a backslash and the line break that it hides. */
  private joinedLine(backslash: number): number {
    const { text } = this;
    const code = text.charCodeAt(backslash + 1);
    if (code !== Char.LineFeed && code !== Char.Return) unclear();
    let at = backslash + 2;
    while (text.charCodeAt(at) === Char.Space || text.charCodeAt(at) === Char.Tab) at++;
    const next = text.charCodeAt(at);
    // Whether that is an empty line depends on more than is looked at here.
    if (next === Char.LineFeed || next === Char.Return || next === Char.Hash) unclear();
    return at;
  }

  private commentEnd(from: number): number {
    const { text } = this;
    let at = from;
    for (let code = text.charCodeAt(at); code !== Char.LineFeed && code !== Char.Return;) {
      if (++at >= text.length) return at;
      code = text.charCodeAt(at);
    }
    return at;
  }

  /** Takes the comments behind the last token as if they were tokens. */
  protected takeComments(): void {
    this.lastEnd = this.comments[this.comments.length - 1] ?? this.lastEnd;
    this.addComments();
  }

  private addComments(): void {
    const { comments, nodes } = this;
    for (let at = 0; at < comments.length; at += 2) {
      nodes.add(T.Comment, comments[at] ?? 0, comments[at + 1] ?? 0, nodes.count);
    }
    comments.length = 0;
  }
}

function isNameStart(code: number): boolean {
  const lower = code | 0x20;
  return (
    (lower >= Char.LowerA && lower <= Char.LowerZ) ||
    code === Char.Underscore ||
    code >= Char.FirstLetterBeyond
  );
}

function isDigit(code: number): boolean {
  return code >= Char.Zero && code <= Char.Nine;
}

/** Letters that may stand before a quote; of two, one is `r`. */
function isStringPrefix(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start) | 0x20;
  if (end - start === 1) return first === Char.R || first === Char.B || first === Char.F || first === Char.U;
  if (end - start !== 2) return false;
  const second = text.charCodeAt(start + 1) | 0x20;
  const other = first === Char.R ? second : second === Char.R ? first : 0;
  return other === Char.B || other === Char.F;
}
