/** A place in a text: line and UTF-16 character, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Turns offsets into lines and characters and back. Lines end at `\n`, `\r\n` or `\r`. */
export class LineIndex {
  /** Offset of each line's first character. */
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) {
        this.starts.push(at + 1);
      }
    }
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** The place of an offset; one outside the text is moved to its nearest end. */
  positionAt(offset: number): Position {
    const inside = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= inside) low = middle;
      else high = middle;
    }
    return { line: low, character: inside - (this.starts[low] ?? 0) };
  }

  /** The offset of a place; one behind a line's end is moved to that end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.starts.length) return this.text.length;
    return Math.min((this.starts[line] ?? 0) + Math.max(character, 0), this.lineEnd(line));
  }

  /** The text of a line without its end; empty when there is no such line. */
  lineText(line: number): string {
    if (line < 0 || line >= this.starts.length) return '';
    return this.text.slice(this.starts[line], this.lineEnd(line));
  }

  /** Offset behind a line's last character, before its line end. */
  private lineEnd(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    const isPair =
      this.text.charCodeAt(next - 1) === LINE_FEED && this.text.charCodeAt(next - 2) === CARRIAGE_RETURN;
    return next - (isPair ? 2 : 1);
  }
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
