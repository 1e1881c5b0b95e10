import type { TemplatePart, TemplateToken } from './template-part';
import { decodePythonText } from './python-text';

/** Tokens of one tag; a longer one is given up. */
const MAX_TOKENS = 50_000;
const TAG = /\{[{%#]/gu;
const SPACE = /\s+/uy;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /0[xX][0-9a-fA-F_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const OPERATOR = /\*\*|\/\/|==|!=|<=|>=|[-+/*%~[\](){}<>=.:|,;]/uy;
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
const RAW_END = /\{%[-+]?\s*endraw\s*[-+]?%\}/gu;

/** Splits a template as Jinja does, as far as it goes: a broken tag is told as such and what follows is read on. */
export function* lexTemplate(text: string): Generator<TemplatePart> {
  let at = 0;
  while (at < text.length) {
    TAG.lastIndex = at;
    const open = TAG.exec(text)?.index ?? text.length;
    if (open > at) yield { kind: 'text', at, text: text.slice(at, open) };
    if (open >= text.length) return;
    if (text[open + 1] === '#') {
      const end = text.indexOf('#}', open + 2);
      if (end < 0) return;
      at = end + 2;
      continue;
    }
    const kind = text[open + 1] === '{' ? 'expression' : 'statement';
    const tag = new TagLexer(text, open + 2, kind === 'expression' ? '}}' : '%}');
    tag.read();
    at = tag.at;
    if (kind === 'statement' && tag.tokens.length === 1 && tag.tokens[0]?.value === 'raw') {
      RAW_END.lastIndex = at;
      const end = RAW_END.exec(text);
      yield { kind: 'text', at, text: text.slice(at, end?.index ?? text.length) };
      at = end ? RAW_END.lastIndex : text.length;
    } else yield { kind, at: open, tokens: tag.tokens, broken: tag.broken };
  }
}

/** Reads the tokens of one tag. */
class TagLexer {
  readonly tokens: TemplateToken[] = [];
  broken = false;
  readonly #open: string[] = [];

  constructor(
    private readonly text: string,
    public at: number,
    private readonly end: string,
  ) {
    if (/[-+]/u.test(text[at] ?? '')) this.at++;
  }

  read(): void {
    while (this.tokens.length < MAX_TOKENS) {
      this.#match(SPACE);
      if (this.at >= this.text.length) break;
      if (this.#ends()) return;
      if (!this.#token()) {
        this.broken = true;
        this.at++;
      }
    }
    this.broken = true;
    this.at = this.text.length;
  }

  #ends(): boolean {
    if (this.#open.length > 0 && this.end === '}}' && !this.broken) return false;
    const stripped = /[-+]/u.test(this.text[this.at] ?? '') ? this.at + 1 : this.at;
    if (!this.text.startsWith(this.end, stripped)) return false;
    this.at = stripped + 2;
    return true;
  }

  #token(): boolean {
    const at = this.at;
    const quote = this.text[at];
    if (quote === '"' || quote === "'") return this.#string(quote);
    const name = this.#match(NAME);
    if (name !== undefined) return this.#push('name', name, at);
    const number = this.#match(NUMBER);
    if (number !== undefined) return this.#push('number', number.replaceAll('_', ''), at);
    const operator = this.#match(OPERATOR);
    if (operator === undefined) return false;
    if (operator in CLOSING) this.#open.push(CLOSING[operator] ?? '');
    else if (this.#open.at(-1) === operator) this.#open.pop();
    return this.#push('operator', operator, at);
  }

  #string(quote: string): boolean {
    const start = this.at + 1;
    let end = start;
    while (end < this.text.length && this.text[end] !== quote) end += this.text[end] === '\\' ? 2 : 1;
    if (end >= this.text.length) {
      this.broken = true;
      this.at = end;
      return true;
    }
    this.#push('string', decodePythonText(this.text.slice(start, end)), this.at);
    this.at = end + 1;
    return true;
  }

  #push(kind: TemplateToken['kind'], value: string, at: number): true {
    this.tokens.push({ kind, value, at });
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }
}
