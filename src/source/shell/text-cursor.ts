/** A place in a text that moves on. */
export class TextCursor {
  constructor(
    readonly text: string,
    public at = 0,
    /** Behind the last character that counts. */
    public end = text.length,
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  peek(distance = 0): string {
    const at = this.at + distance;
    return at < this.end ? this.text.charAt(at) : '';
  }

  startsWith(text: string): boolean {
    return this.at + text.length <= this.end && this.text.startsWith(text, this.at);
  }

  /** What a sticky pattern matches here; the cursor stays. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    return found !== undefined && this.at + found.length <= this.end ? found : undefined;
  }

  /** Moves behind what a sticky pattern matches here. */
  skip(pattern: RegExp): string {
    const found = this.match(pattern) ?? '';
    this.at += found.length;
    return found;
  }

  /** The offset of `text` at or behind the cursor; the end where there is none. */
  find(text: string): number {
    const found = this.text.indexOf(text, this.at);
    return found === -1 || found > this.end ? this.end : found;
  }
}
