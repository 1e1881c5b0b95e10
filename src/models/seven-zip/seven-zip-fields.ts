/** Reads the fields of a 7z header. Nothing throws: what is not there counts as zero, and {@link failed} tells. */
export class SevenZipFields {
  private at = 0;
  private broken = false;

  constructor(private readonly bytes: Uint8Array) {}

  failed(): boolean {
    return this.broken;
  }

  /** What was read cannot be. */
  fail(): void {
    this.broken = true;
  }

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) this.broken = true;
    return byte ?? 0;
  }

  /** A number of one to nine bytes; the first one's upper bits say how many follow. */
  number(): number {
    const first = this.byte();
    let value = 0;
    for (let count = 0; count < 8; count++) {
      if ((first & (0x80 >> count)) === 0) return value + (first & ((0x80 >> count) - 1)) * 256 ** count;
      value += this.byte() * 256 ** count;
    }
    return value;
  }

  take(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) this.broken = true;
    const part = this.bytes.subarray(this.at, this.at + length);
    this.at += part.length;
    return part;
  }

  /** A list of as many bits; with `marked`, a byte before it may say that all are set. */
  bits(count: number, marked: boolean): boolean[] {
    if (marked && this.byte() !== 0) return new Array<boolean>(count).fill(true);
    const bytes = this.take(Math.ceil(count / 8));
    return Array.from({ length: count }, (_, at) => ((bytes[at >> 3] ?? 0) & (0x80 >> (at & 7))) !== 0);
  }
}
