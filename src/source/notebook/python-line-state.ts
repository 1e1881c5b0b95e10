const TOKEN = /#[^\r\n]*|\\[\s\S]|"""|'''|["']|[([{]|[)\]}]|[\r\n]/g;

/**
 * Follows Python line by line just far enough to know whether a line begins a statement: not within a string, brackets or a
 * continued line.
 */
export class PythonLineState {
  /** The quotes that close the open string; empty outside strings. */
  private quote = '';
  private depth = 0;
  private isContinued = false;
  private stringStart = 0;

  get isAtStatement(): boolean {
    return this.quote === '' && this.depth === 0 && !this.isContinued;
  }

  /** Offset of the opening quotes of a string that is still open. */
  get openStringStart(): number | undefined {
    return this.quote === '' ? undefined : this.stringStart;
  }

  /** Takes in the next line, with its line end, which stands at `start`. */
  read(line: string, start: number): void {
    this.isContinued = false;
    // A pattern is used that skips escapes; `#` is passed over inside strings by starting again behind it.
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(line); match; match = TOKEN.exec(line)) {
      const token = match[0];
      if (this.quote !== '') {
        if (token.startsWith('#')) TOKEN.lastIndex = match.index + 1;
        else if (token === this.quote) this.quote = '';
        else if (token.length === 3 && this.quote.length === 1 && token[0] === this.quote) {
          this.quote = '';
          TOKEN.lastIndex = match.index + 1;
        } else if ((token === '\n' || token === '\r') && this.quote.length === 1) this.quote = '';
      } else if (token.startsWith('\\'))
        this.isContinued = match.index + token.length >= line.trimEnd().length;
      else if (token[0] === '"' || token[0] === "'") {
        this.quote = token;
        this.stringStart = start + match.index;
      } else if ('([{'.includes(token)) this.depth++;
      else if (')]}'.includes(token)) this.depth = Math.max(0, this.depth - 1);
    }
  }
}
