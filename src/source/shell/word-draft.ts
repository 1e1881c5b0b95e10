import type { ShellWord } from '../content/shell-command';
import { rangeAt, type TextPlace } from '../content/text-place';

/** A word while it is read: its characters with the place of each. */
export class WordDraft {
  text = '';
  /** For each character of `text`, its offset in the script. */
  readonly offsets: number[] = [];
  readonly expansions: { name: string; isQuoted: boolean; start: number; end: number }[] = [];
  end: number;
  private readonly styles = new Set<ShellWord['quotes']>();

  constructor(readonly start: number) {
    this.end = start;
  }

  get isPlain(): boolean {
    return !this.styles.has('single') && !this.styles.has('double');
  }

  /** Adds characters of the script as they stand there. */
  add(text: string, from: number, style: ShellWord['quotes']): void {
    this.styles.add(style);
    this.text += text;
    for (let at = 0; at < text.length; at++) this.offsets.push(from + at);
  }

  /** Notes a kind of quotes that may hold nothing. */
  quote(style: ShellWord['quotes']): void {
    this.styles.add(style);
  }

  finish(place: TextPlace): ShellWord {
    const [first = 'none'] = this.styles;
    return {
      text: this.text,
      range: rangeAt(place, this),
      quotes: this.styles.size > 1 ? 'mixed' : first,
      expansions: this.expansions.map(({ name, isQuoted, start, end }) => ({
        name,
        isQuoted,
        range: rangeAt(place, { start, end }),
      })),
    };
  }

  /** Where the word's text, quotes and escapes set aside, stands in the document. */
  placeOfText(place: TextPlace): TextPlace {
    const { offsets, end } = this;
    const last = offsets.at(-1);
    const behind = last === undefined ? end : last + 1;
    return { offsetOf: (offset) => place.offsetOf(offsets[offset] ?? behind) };
  }
}
