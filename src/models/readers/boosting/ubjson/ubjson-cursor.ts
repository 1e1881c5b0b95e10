import { decodeLatin1, decodeUtf8 } from '../../../pickle/pickle-text';

/** Bytes of a number by its marker. */
const SIZES: Readonly<Record<string, number>> = { i: 1, U: 1, I: 2, l: 4, L: 8, d: 4, D: 8 };
const FLOATS = 'dD';
/** Longest text that is kept; longer ones are passed over. */
const MAX_TEXT = 1024 * 1024;

/** Reads the parts of UBJSON one after the other. What is wrong is kept as a problem, and everything after it reads as empty. */
export class UbjsonCursor {
  at = 0;
  problem: string | undefined;
  readonly #view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The first problem stays. */
  fail(reason: string): void {
    this.problem ??= reason;
  }

  /** The next marker; `N` stands for nothing and is passed over. */
  marker(): string {
    let marker = 'N';
    while (marker === 'N' && this.#has(1)) marker = String.fromCharCode(this.bytes[this.at++] ?? 0);
    return marker;
  }

  /** A number, big-endian. */
  number(marker: string): number {
    const size = Object.hasOwn(SIZES, marker) ? (SIZES[marker] ?? 0) : 0;
    if (size === 0) this.fail(`a marker that is not known (${JSON.stringify(marker)})`);
    if (size === 0 || !this.#has(size)) return 0;
    const start = this.at;
    this.at += size;
    switch (marker) {
      case 'i':
        return this.#view.getInt8(start);
      case 'U':
        return this.#view.getUint8(start);
      case 'I':
        return this.#view.getInt16(start);
      case 'l':
        return this.#view.getInt32(start);
      case 'L':
        return Number(this.#view.getBigInt64(start));
      case 'd':
        return this.#view.getFloat32(start);
      default:
        return this.#view.getFloat64(start);
    }
  }

  /** The length of a text or container. */
  length(): number {
    const marker = this.marker();
    const length = this.number(marker);
    if (length >= 0 && !FLOATS.includes(marker)) return length;
    this.fail('a length that is none');
    return 0;
  }

  text(length: number): string {
    if (!this.#has(length)) return '';
    const start = this.at;
    this.at += length;
    const end = start + Math.min(length, MAX_TEXT);
    return decodeUtf8(this.bytes, start, end) ?? decodeLatin1(this.bytes, start, end);
  }

  /** The type and number of what is in a container, where it says so before it begins. */
  container(): { readonly type?: string; readonly count?: number } {
    const hasType = this.#take('$');
    const type = hasType ? this.marker() : undefined;
    if (this.#take('#')) return { ...(type === undefined ? {} : { type }), count: this.length() };
    if (hasType) this.fail('a type without a number of values');
    return {};
  }

  /** Whether a container ends here: at its bracket, or with its last value. */
  ended(bracket: ']' | '}', count: number | undefined, read: number): boolean {
    return count === undefined ? this.#take(bracket) : read >= count;
  }

  /** Passes over floating-point numbers; false for anything else. */
  skipFloats(type: string, count: number): boolean {
    if (!FLOATS.includes(type)) return false;
    const length = count * (SIZES[type] ?? 0);
    if (this.#has(length)) this.at += length;
    return true;
  }

  #take(marker: string): boolean {
    if (this.bytes[this.at] !== marker.charCodeAt(0)) return false;
    this.at++;
    return true;
  }

  #has(length: number): boolean {
    if (this.problem === undefined && this.at + length <= this.bytes.length) return true;
    this.fail('the file ends within the model');
    return false;
  }
}
