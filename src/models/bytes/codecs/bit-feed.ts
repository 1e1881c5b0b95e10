import type { Feed } from './feed';

/** Bits of a feed, the highest of a byte first. */
export class BitFeed {
  private held = 0;
  private count = 0;

  constructor(private readonly feed: Feed) {}

  /** @param width up to 32; @throws CodecError at the end */
  read(width: number): number {
    let value = 0;
    for (let left = width; left > 0;) {
      if (this.count === 0) {
        this.held = this.feed.byte();
        this.count = 8;
      }
      const taken = Math.min(left, this.count);
      this.count -= taken;
      value = value * 2 ** taken + ((this.held >> this.count) & ((1 << taken) - 1));
      left -= taken;
    }
    return value;
  }
}
