import type { TextRange } from './range';

/** Finds simple statements and headers of compound ones by offset. */
export class StatementRanges {
  private sorted: readonly TextRange[] | undefined;

  /** @param flat start, end, start, end ... in any order. */
  constructor(private readonly flat: readonly number[]) {}

  /** The statement or header that holds the offset, its end included. */
  at(offset: number): TextRange | undefined {
    const ranges = this.ranges();
    const found = ranges[this.firstFrom(offset + 1) - 1];
    return found && offset <= found.end ? found : undefined;
  }

  /** The first one that starts at or after the offset. */
  after(offset: number): TextRange | undefined {
    return this.ranges()[this.firstFrom(offset)];
  }

  private firstFrom(offset: number): number {
    const ranges = this.ranges();
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private ranges(): readonly TextRange[] {
    if (!this.sorted) {
      const ranges: TextRange[] = [];
      for (let at = 0; at + 1 < this.flat.length; at += 2) {
        ranges.push({ start: this.flat[at] ?? 0, end: this.flat[at + 1] ?? 0 });
      }
      this.sorted = ranges.sort((a, b) => a.start - b.start || b.end - a.end);
    }
    return this.sorted;
  }
}
