import type { Input } from '@lezer/common';

/** The text in pieces: one huge chunk makes some of the parser's look-ups slow. */
export class TextInput implements Input {
  readonly lineChunks = false;

  constructor(private readonly text: string) {}

  get length(): number {
    return this.text.length;
  }

  chunk(from: number): string {
    return this.text.slice(from, from + 65_536);
  }

  read(from: number, to: number): string {
    return this.text.slice(from, to);
  }
}
