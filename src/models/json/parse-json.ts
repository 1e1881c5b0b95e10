import type { JsonEntry, JsonValue } from './json-value';

const DEPTH = 100;

export interface ParsedJson {
  readonly root: JsonValue | undefined;
  /** The first character after the value; where it went wrong when there is a problem. */
  readonly end: number;
  readonly problem?: string;
}

/**
 * Reads one JSON value strictly, and keeps what `JSON.parse` drops: keys that come twice, places, the digits of a number.
 *
 * @param python also takes `NaN` and `Infinity`, as Python writes and reads them
 */
export function parseJson(text: string, python = false): ParsedJson {
  const parser = new JsonParser(text, python);
  try {
    const root = parser.value(0);
    parser.skipSpace();
    return { root, end: parser.at };
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    return { root: undefined, end: parser.at, problem: error.message };
  }
}

class JsonProblem extends Error {}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class JsonParser {
  at = 0;
  readonly #number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
  /** A run of characters that stand for themselves. */
  // eslint-disable-next-line no-control-regex -- JSON forbids them in strings
  readonly #plain = /[^"\\\u0000-\u001f]*/uy;

  constructor(
    private readonly text: string,
    private readonly python: boolean,
  ) {}

  value(depth: number): JsonValue {
    if (depth > DEPTH) throw new JsonProblem(`it is nested deeper than ${DEPTH} levels`);
    this.skipSpace();
    const at = this.at;
    switch (this.text[at]) {
      case '{':
        return { kind: 'object', at, entries: this.#entries(depth) };
      case '[':
        return { kind: 'array', at, items: this.#items(depth) };
      case '"':
        return { kind: 'string', at, value: this.#string() };
      case 't':
        return this.#word('true', { kind: 'boolean', at, value: true });
      case 'f':
        return this.#word('false', { kind: 'boolean', at, value: false });
      case 'n':
        return this.#word('null', { kind: 'null', at });
      default:
        return this.#numeric();
    }
  }

  skipSpace(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) this.at++;
  }

  #entries(depth: number): JsonEntry[] {
    const entries: JsonEntry[] = [];
    this.at++;
    if (this.#takes('}')) return entries;
    do {
      this.skipSpace();
      const at = this.at;
      if (this.text[at] !== '"') throw new JsonProblem('a key is missing');
      const key = this.#string();
      this.#expect(':');
      entries.push({ key, at, value: this.value(depth + 1) });
    } while (this.#takes(','));
    this.#expect('}');
    return entries;
  }

  #items(depth: number): JsonValue[] {
    const items: JsonValue[] = [];
    this.at++;
    if (this.#takes(']')) return items;
    do items.push(this.value(depth + 1));
    while (this.#takes(','));
    this.#expect(']');
    return items;
  }

  #string(): string {
    let value = '';
    this.at++;
    for (;;) {
      this.#plain.lastIndex = this.at;
      const run = this.#plain.exec(this.text)?.[0] ?? '';
      value += run;
      this.at += run.length;
      const next = this.text[this.at++];
      if (next === '"') return value;
      if (next !== '\\') throw new JsonProblem('a text does not end, or holds a control character');
      value += this.#escape();
    }
  }

  #escape(): string {
    const next = this.text[this.at++] ?? '';
    if (next !== 'u') {
      const known = ESCAPES[next];
      if (known === undefined) throw new JsonProblem('a text holds an escape that does not exist');
      return known;
    }
    const digits = this.text.slice(this.at, this.at + 4);
    if (!/^[0-9a-f]{4}$/iu.test(digits)) throw new JsonProblem('a text holds an escape that does not exist');
    this.at += 4;
    return String.fromCharCode(parseInt(digits, 16));
  }

  #numeric(): JsonValue {
    const at = this.at;
    this.#number.lastIndex = at;
    let text = this.#number.exec(this.text)?.[0];
    if (text === undefined && this.python)
      text = /^(?:NaN|-?Infinity)/u.exec(this.text.slice(at, at + 9))?.[0];
    if (text === undefined) throw new JsonProblem('a value is missing');
    this.at += text.length;
    return { kind: 'number', at, value: Number(text), text };
  }

  #word(word: string, value: JsonValue): JsonValue {
    if (!this.text.startsWith(word, this.at)) throw new JsonProblem('a value is missing');
    this.at += word.length;
    return value;
  }

  #takes(sign: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#takes(sign)) throw new JsonProblem(`a "${sign}" is missing`);
  }
}
