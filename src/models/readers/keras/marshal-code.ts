import { decodeLatin1 } from '../../pickle/pickle-text';
import { u32 } from '../../bytes/numbers';

/** What marshalled code uses. */
export interface MarshalledCode {
  /** Names of globals, attributes and imports. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

type Value = string | Uint8Array | readonly Value[] | null;

const FLAG_REF = 0x80;
const MAX_DEPTH = 60;
const MAX_VALUES = 100_000;
/**
 * How many numbers a code object begins with, and how many values follow: since Python 3.11, in 3.8 to 3.10, 3.0 to 3.7, 2.7. The
 * first three values are the instructions, the constants and the names. See `Python/marshal.c` of each.
 */
const LAYOUTS = [
  { numbers: 5, values: 11 },
  { numbers: 6, values: 10 },
  { numbers: 5, values: 10 },
  { numbers: 4, values: 10 },
] as const;
/** Which of the values is the number of the first line, written without a type. */
const LINE = 8;

/** Whether bytes begin like the code object of a function, as Python marshals it. */
export function looksMarshalled(bytes: Uint8Array): boolean {
  return (bytes[0] ?? 0) === 0xe3 || ((bytes[0] ?? 0) === 0x63 && bytes.length > 30);
}

/** The names and texts in marshalled code; undefined when it cannot be read. */
export function readMarshalledCode(bytes: Uint8Array): MarshalledCode | undefined {
  for (const layout of LAYOUTS) {
    const reader = new MarshalReader(bytes, layout);
    try {
      reader.value(0);
      if (reader.codes > 0) return { names: [...reader.names], texts: [...reader.texts] };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
  }
  return undefined;
}

class Unreadable extends Error {}

class MarshalReader {
  readonly names = new Set<string>();
  readonly texts = new Set<string>();
  codes = 0;
  #at = 0;
  #values = 0;
  readonly #refs: Value[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly layout: (typeof LAYOUTS)[number],
  ) {}

  value(depth: number): Value {
    if (depth > MAX_DEPTH || ++this.#values > MAX_VALUES) throw new Unreadable();
    const type = this.#byte();
    const kind = String.fromCharCode(type & ~FLAG_REF);
    if ((type & FLAG_REF) === 0 || kind === 'r') return this.#read(kind, depth);
    // The place of a value in the list of references is that of its beginning.
    const place = this.#refs.push(null) - 1;
    return (this.#refs[place] = this.#read(kind, depth));
  }

  #read(kind: string, depth: number): Value {
    switch (kind) {
      case 'N':
      case 'F':
      case 'T':
      case '.':
      case 'S':
      case '0':
        return null;
      case 'i':
        return this.#skip(4);
      case 'I':
      case 'g':
        return this.#skip(8);
      case 'y':
        return this.#skip(16);
      case 'f':
        return this.#skip(this.#byte());
      case 'x':
        this.#skip(this.#byte());
        return this.#skip(this.#byte());
      case 'l':
        // A sign and a count of 15-bit digits.
        return this.#skip(2 * Math.abs(this.#number() | 0));
      case 's':
      case 't':
      case 'u':
      case 'a':
      case 'A':
        return this.#take(this.#number(), kind === 's');
      case 'z':
      case 'Z':
        return this.#take(this.#byte(), false);
      case 'r':
      case 'R':
        return this.#refs[this.#number()] ?? null;
      case '(':
      case '[':
      case '<':
      case '>':
        return this.#list(this.#number(), depth);
      case ')':
        return this.#list(this.#byte(), depth);
      case '{':
        return this.#dictionary(depth);
      case 'c':
        return this.#code(depth);
      default:
        throw new Unreadable();
    }
  }

  #code(depth: number): null {
    this.#skip(4 * this.layout.numbers);
    const values: Value[] = [];
    for (let at = 0; at < this.layout.values; at++)
      values.push(at === LINE ? this.#skip(4) : this.value(depth + 1));
    const [instructions, constants, names] = values;
    if (!(instructions instanceof Uint8Array) && typeof instructions !== 'string') throw new Unreadable();
    if (!Array.isArray(constants) || !Array.isArray(names)) throw new Unreadable();
    for (const name of names as Value[]) if (typeof name === 'string') this.names.add(name);
    this.#keepTexts(constants as Value[]);
    this.codes++;
    return null;
  }

  #keepTexts(values: readonly Value[]): void {
    for (const value of values) {
      if (typeof value === 'string') this.texts.add(value);
      else if (value instanceof Uint8Array) this.texts.add(decodeLatin1(value, 0, value.length));
      else if (value !== null) this.#keepTexts(value);
    }
  }

  #list(length: number, depth: number): Value[] {
    if (length > this.bytes.length) throw new Unreadable();
    return Array.from({ length }, () => this.value(depth + 1));
  }

  #dictionary(depth: number): null {
    while (this.bytes[this.#at] !== 0x30) {
      this.value(depth + 1);
      this.value(depth + 1);
    }
    return this.#skip(1);
  }

  #take(length: number, raw: boolean): string | Uint8Array {
    const start = this.#at;
    this.#skip(length);
    const bytes = this.bytes.subarray(start, start + length);
    return raw ? bytes : decodeLatin1(bytes, 0, bytes.length);
  }

  #skip(length: number): null {
    if (length < 0 || this.#at + length > this.bytes.length) throw new Unreadable();
    this.#at += length;
    return null;
  }

  #byte(): number {
    const byte = this.bytes[this.#at++];
    if (byte === undefined) throw new Unreadable();
    return byte;
  }

  #number(): number {
    const value = u32(this.bytes, this.#at);
    this.#skip(4);
    return value;
  }
}
