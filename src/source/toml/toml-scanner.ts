import type { DataScalar } from '../content/data-node';
import { placeFrom } from '../content/text-place';
import { AlignedPlace, ESCAPED_TEXT } from '../data/aligned-place';
import type { Comment } from '../model';

/** Why reading a line was given up. */
export class TomlError extends Error {
  constructor(readonly at: number) {
    super('This is not valid TOML.');
  }
}

/** Steps through a TOML text: white space, comments, keys and strings. https://toml.io/en/v1.0.0 */
export class TomlScanner {
  at = 0;
  readonly comments: Comment[] = [];

  constructor(readonly text: string) {}

  get character(): string {
    return this.text[this.at] ?? '';
  }

  /** Whether `sign` stood here, and was passed. */
  take(sign: string): boolean {
    if (!this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  expect(sign: string): void {
    if (!this.take(sign)) throw new TomlError(this.at);
  }

  /** Passes blanks, lines and comments; whether something follows. */
  goOn(): boolean {
    this.skip(true);
    return this.at < this.text.length;
  }

  /** Whether `sign` is what follows behind blanks, lines and comments, and was passed. */
  takeNext(sign: string): boolean {
    this.skip(true);
    return this.take(sign);
  }

  /** Passes blanks and tabs; with `lines` also line ends and comments. */
  skip(lines = false): void {
    for (;;) {
      const { character } = this;
      if (character === ' ' || character === '\t') this.at++;
      else if (lines && (character === '\n' || character === '\r')) this.at++;
      else if (lines && character === '#') this.comment();
      else return;
    }
  }

  comment(): void {
    const start = this.at;
    this.toLineEnd();
    const lineStart = this.text.lastIndexOf('\n', start - 1) + 1;
    const ownLine = this.text.slice(lineStart, start).trim() === '';
    this.comments.push({
      text: this.text.slice(start + 1, this.at),
      range: { start, end: this.at },
      ownLine,
    });
  }

  toLineEnd(): void {
    while (this.at < this.text.length && this.character !== '\n' && this.character !== '\r') this.at++;
  }

  /** A bare or quoted part of a key. */
  keyPart(): string {
    if (this.character === '"' || this.character === "'") {
      const { value } = this.string();
      return typeof value === 'string' ? value : '';
    }
    return this.match(/[\w-]+/uy);
  }

  /** What the (sticky) pattern finds here. */
  match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (!found) throw new TomlError(this.at);
    this.at += found.length;
    return found;
  }

  string(): DataScalar {
    const start = this.at;
    const quote = this.character;
    const fence = this.text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
    const isBasic = quote === '"';
    let body = start + fence.length;
    if (fence.length === 3 && /^\r?\n/u.test(this.text.slice(body, body + 2)))
      body = this.text.indexOf('\n', body) + 1;
    const end = this.closing(fence, body, isBasic);
    this.at = end + fence.length;
    const raw = this.text.slice(body, end);
    const range = { start, end: this.at };
    if (!isBasic || !raw.includes('\\')) return { kind: 'scalar', value: raw, range, place: placeFrom(body) };
    const value = decoded(raw);
    const place = new AlignedPlace(this.text, value, body, end, ESCAPED_TEXT);
    return { kind: 'scalar', value, range, place };
  }

  private closing(fence: string, from: number, escapes: boolean): number {
    for (let at = from; at < this.text.length; at++) {
      const sign = this.text[at];
      if (escapes && sign === '\\') at++;
      else if (fence.length === 1 && sign === '\n') break;
      else if (this.text.startsWith(fence, at)) {
        // Up to two more quotes may belong to the text of a block.
        let end = at;
        while (fence.length === 3 && this.text[end + 3] === fence[0] && end - at < 2) end++;
        return end;
      }
    }
    throw new TomlError(from);
  }
}

function decoded(raw: string): string {
  const joined = raw.replace(/\\[ \t]*\r?\n\s*/gu, '');
  let text = '';
  for (let at = 0; at < joined.length;) {
    const { text: part, length } = ESCAPED_TEXT(joined, at);
    text += part;
    at += length;
  }
  return text;
}
