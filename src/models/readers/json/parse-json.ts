import { JsonObject, type JsonValue } from './json-value';

export interface ParsedJson {
  /** What was read; of a text that is broken, all up to where it breaks. */
  readonly value: JsonValue;
  /** Where the text stops being JSON, in characters. */
  readonly brokenAt?: number;
  /** Where the value ends. */
  readonly end: number;
  /** Keys that come more than once in the same object. */
  readonly duplicates: readonly string[];
}

const MAX_DEPTH = 500;
const MAX_DUPLICATES = 20;

/**
 * Reads the JSON value that `text` begins with, as Python does: `NaN` and `Infinity` are numbers. Never throws: what is
 * broken is kept as far as it could be read.
 */
export function parseJson(text: string, start = 0): ParsedJson {
  const parser = new Parser(text, start);
  const value = parser.value(0);
  const { brokenAt, at: end, duplicates } = parser;
  return { value, end, duplicates, ...(brokenAt === undefined ? {} : { brokenAt }) };
}

const NUMBER = /-?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|Infinity)|NaN/uy;
const PLAIN = /[^"\\]*/uy;
const SPACE = /[ \t\n\r\uFEFF]*/uy;
const WORDS: readonly (readonly [word: string, value: JsonValue])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
];
const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
  '/': '/',
};

class Parser {
  brokenAt: number | undefined;
  readonly duplicates: string[] = [];

  constructor(
    private readonly text: string,
    public at: number,
  ) {}

  value(depth: number): JsonValue {
    this.#skipSpace();
    if (depth > MAX_DEPTH) return this.#break();
    const first = this.text[this.at];
    if (first === '{') return this.#object(depth);
    if (first === '[') return this.#list(depth);
    if (first === '"') return this.#string();
    for (const [word, value] of WORDS) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return value;
    }
    const number = this.#match(NUMBER);
    return number === '' ? this.#break() : Number(number);
  }

  #object(depth: number): JsonObject {
    const offset = this.at++;
    const entries: [string, JsonValue][] = [];
    const keys = new Set<string>();
    if (this.#closes('}')) return new JsonObject(entries, offset);
    do {
      this.#skipSpace();
      if (this.text[this.at] !== '"') this.#break();
      if (this.#isBroken()) break;
      const key = this.#string();
      this.#skipSpace();
      if (!this.#isBroken() && this.text[this.at++] !== ':') this.#break();
      if (this.#isBroken()) break;
      if (keys.has(key) && this.duplicates.length < MAX_DUPLICATES) this.duplicates.push(key);
      keys.add(key);
      entries.push([key, this.value(depth + 1)]);
    } while (this.#goesOn('}'));
    return new JsonObject(entries, offset);
  }

  #list(depth: number): JsonValue[] {
    this.at++;
    const items: JsonValue[] = [];
    if (this.#closes(']')) return items;
    do items.push(this.value(depth + 1));
    while (this.#goesOn(']'));
    return items;
  }

  #string(): string {
    this.at++;
    let text = '';
    for (;;) {
      text += this.#match(PLAIN);
      const end = this.text[this.at++];
      if (end === '"') return text;
      if (end === undefined) {
        this.#break();
        return text;
      }
      text += this.#escaped();
    }
  }

  #escaped(): string {
    const letter = this.text[this.at++] ?? '';
    if (letter !== 'u') return ESCAPES[letter] ?? letter;
    const code = parseInt(this.text.slice(this.at, this.at + 4), 16);
    this.at += 4;
    return Number.isNaN(code) ? '' : String.fromCharCode(code);
  }

  #isBroken(): boolean {
    return this.brokenAt !== undefined;
  }

  /** Whether another item follows; passes over the comma, or over what ends the list. */
  #goesOn(close: string): boolean {
    if (this.#isBroken()) return false;
    this.#skipSpace();
    const next = this.text[this.at];
    if (next !== ',' && next !== close) {
      this.#break();
      return false;
    }
    this.at++;
    return next === ',';
  }

  #closes(close: string): boolean {
    this.#skipSpace();
    if (this.text[this.at] !== close) return false;
    this.at++;
    return true;
  }

  #skipSpace(): void {
    this.#match(SPACE);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  #break(): null {
    this.brokenAt ??= Math.min(this.at, this.text.length);
    return null;
  }
}
