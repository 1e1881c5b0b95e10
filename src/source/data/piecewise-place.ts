import type { TextPlace } from '../content/text-place';

interface Piece {
  /** Where the piece begins in the text put together. */
  readonly at: number;
  readonly place: TextPlace;
  readonly from: number;
  readonly length: number;
}

/** A text put together from pieces of a document, of which each knows where it stands. */
export class PiecewiseText implements TextPlace {
  text = '';
  private readonly pieces: Piece[] = [];

  /** Adds a text whose first character is number `from` of `place`. */
  add(text: string, place: TextPlace, from = 0): this {
    this.pieces.push({ at: this.text.length, place, from, length: text.length });
    this.text += text;
    return this;
  }

  /** Adds what stands nowhere in the document: quotes, separators. */
  addMade(text: string): this {
    this.text += text;
    return this;
  }

  offsetOf(offset: number): number {
    let low = 0;
    let high = this.pieces.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.pieces[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const piece = this.pieces[low];
    if (!piece) return 0;
    return piece.place.offsetOf(piece.from + Math.min(Math.max(offset - piece.at, 0), piece.length));
  }
}
