import { CodecError, DAMAGED } from './codec';

const FIRST = 64 * 1024;
/** What a file asks for is not what it gets: presets end at 64 MB. */
const LARGEST = 256 * 1024 * 1024;

/** The bytes that were put out last, to copy from. Grows with what is put out, up to what the file asks for. */
export class LzmaWindow {
  /** How many bytes were put out since the last reset. */
  written = 0;
  private buffer: Uint8Array;
  private readonly limit: number;
  private at = 0;
  private given = 0;

  constructor(size: number) {
    this.limit = Math.min(Math.max(size, 4096), LARGEST);
    this.buffer = new Uint8Array(Math.min(this.limit, FIRST));
  }

  get last(): number {
    return this.written === 0
      ? 0
      : (this.buffer[this.at === 0 ? this.buffer.length - 1 : this.at - 1] as number);
  }

  /** Whether {@link take} has to be called before more is put. */
  get full(): boolean {
    return this.at === this.buffer.length;
  }

  put(byte: number): void {
    this.buffer[this.at++] = byte;
    this.written++;
  }

  byteAt(distance: number): number {
    const place = this.at - 1 - distance;
    return this.buffer[place < 0 ? place + this.buffer.length : place] as number;
  }

  /** @throws CodecError when there is nothing at this distance */
  check(distance: number): void {
    if (distance >= this.written || distance >= this.buffer.length) throw new CodecError(DAMAGED);
  }

  /** What was put since this was called last, as a copy. */
  take(): Uint8Array {
    const piece = this.buffer.slice(this.given, this.at);
    if (this.full) this.turn();
    this.given = this.at;
    return piece;
  }

  /** Forgets everything. */
  reset(): void {
    this.written = 0;
  }

  private turn(): void {
    if (this.buffer.length < this.limit) {
      const larger = new Uint8Array(Math.min(this.limit, this.buffer.length * 2));
      larger.set(this.buffer);
      this.buffer = larger;
    } else {
      this.at = 0;
      this.given = 0;
    }
  }
}
