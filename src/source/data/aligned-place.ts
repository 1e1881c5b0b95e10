import type { TextPlace } from '../content/text-place';

/** One character of a value as it is written: what it stands for, and how many characters of the document it takes. */
export type WrittenCharacter = (
  document: string,
  at: number,
) => { readonly text: string; readonly length: number };

/**
 * The place of a value that is not written as it is: with escapes, or folded and indented over several lines. Found by going
 * through both texts side by side, and only when it is asked for: most values are never reported.
 */
export class AlignedPlace implements TextPlace {
  private offsets: Int32Array | undefined;

  /**
   * @param start where the first character may stand
   * @param end where the value ends in the document
   */
  constructor(
    private readonly document: string,
    private readonly value: string,
    private readonly start: number,
    private readonly end: number,
    private readonly written: WrittenCharacter,
  ) {}

  offsetOf(offset: number): number {
    this.offsets ??= this.align();
    return this.offsets[Math.min(Math.max(offset, 0), this.value.length)] ?? this.end;
  }

  private align(): Int32Array {
    const offsets = new Int32Array(this.value.length + 1);
    let at = this.start;
    let done = 0;
    while (done < this.value.length) {
      const from = this.next(at, done);
      const { text, length } = this.written(this.document, from);
      const width = Math.max(1, Math.min(text.length, this.value.length - done));
      offsets.fill(Math.min(from, this.end), done, done + width);
      done += width;
      at = Math.min(from + length, this.end);
    }
    offsets[this.value.length] = at;
    return offsets;
  }

  /** Where the value's next character stands: indentation and line ends that are not part of it are passed. */
  private next(from: number, index: number): number {
    let at = from;
    while (at < this.end) {
      const { text, length } = this.written(this.document, at);
      if (text !== '' && this.value.startsWith(text, index)) return at;
      const isSpace = text === '' || /\s/u.test(this.document[at] ?? '');
      // A line end that became a space stands where the line ends.
      if (!isSpace || (/\s/u.test(this.value[index] ?? '') && this.document[at] !== ' ')) return at;
      at += length;
    }
    return from;
  }
}

/** Text without escapes. */
export const PLAIN_TEXT: WrittenCharacter = (document, at) => ({ text: document[at] ?? '', length: 1 });

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  0: '\0',
  a: '\x07',
  e: '\x1b',
  v: '\v',
};

const HEXADECIMAL_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Text between double quotes, with the escapes that JSON, YAML and TOML share. */
export const ESCAPED_TEXT: WrittenCharacter = (document, at) => {
  if (document[at] !== '\\') return PLAIN_TEXT(document, at);
  const sign = document[at + 1] ?? '';
  const digits = HEXADECIMAL_DIGITS[sign];
  if (digits !== undefined) {
    const code = Number.parseInt(document.slice(at + 2, at + 2 + digits), 16);
    const isCharacter = code >= 0 && code <= 0x10_ff_ff;
    return { text: isCharacter ? String.fromCodePoint(code) : '', length: 2 + digits };
  }
  // A backslash before a line end joins the lines.
  if (/[\r\n]/u.test(sign)) return { text: '', length: 2 };
  return { text: SIMPLE_ESCAPES[sign] ?? sign, length: 2 };
};

/** Text between single quotes in YAML, where a quote is written twice. */
export const QUOTED_TWICE: WrittenCharacter = (document, at) => ({
  text: document[at] ?? '',
  length: document.startsWith("''", at) ? 2 : 1,
});
