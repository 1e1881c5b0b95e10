import type { ShellPlace } from '../content/shell-command';
import type { TextCursor } from './text-cursor';
import { WordDraft } from './word-draft';

/** Reads the commands of a substitution; the cursor stands behind its opening sign and is left behind the closing one. */
export type ReadSubstitution = (closing: ')' | '`') => void;

const META = /[\s|&;()<>]/u;
const VARIABLE = /\$(?:[A-Za-z_]\w*|[0-9@*#?!$-])/uy;
const NOTEBOOK_VALUE = /\{[A-Za-z_][^{}\r\n]*\}/uy;
const TEMPLATE = /\$?\{\{[^\r\n]{0,300}?\}\}/uy;
/** An expansion that is not closed within so many characters is none. */
const MAXIMUM_EXPANSION = 2000;

/** Reads one word of a shell, with its quotes and what is put in. The cursor stands on its first character. */
export class WordReader {
  constructor(
    private readonly cursor: TextCursor,
    private readonly place: ShellPlace,
    private readonly substitution: ReadSubstitution,
  ) {}

  read(): WordDraft {
    const { cursor } = this;
    const word = new WordDraft(cursor.at);
    while (!cursor.isAtEnd) {
      const character = cursor.peek();
      if ((character === '<' || character === '>') && cursor.peek(1) === '(' && word.text === '') {
        this.substitute(word, 2, ')', false);
      } else if (character === '(' && /[?*+@!]$/u.test(word.text)) {
        this.addThrough(word, ')');
      } else if (META.test(character)) break;
      else this.readPiece(word, character);
    }
    word.end = cursor.at;
    return word;
  }

  private readPiece(word: WordDraft, character: string): void {
    const { cursor } = this;
    if (character === "'") this.readSingle(word);
    else if (character === '"') this.readDouble(word);
    else if (character === '\\') this.readEscape(word);
    else if (cursor.startsWith("$'")) {
      cursor.at++;
      this.readSingle(word, true);
    } else if (cursor.startsWith('$"')) cursor.at++;
    else if (!this.readExpansion(word, false)) this.addCharacters(word, 1, 'none');
  }

  private readEscape(word: WordDraft): void {
    const { cursor } = this;
    if (cursor.skip(/\\\r?\n/uy) !== '') return;
    cursor.at++;
    if (!cursor.isAtEnd) this.addCharacters(word, 1, 'none');
  }

  private readSingle(word: WordDraft, escapes = false): void {
    const { cursor } = this;
    word.quote('single');
    cursor.at++;
    while (!cursor.isAtEnd && cursor.peek() !== "'") {
      if (escapes && cursor.peek() === '\\') cursor.at++;
      this.addCharacters(word, 1, 'single');
    }
    cursor.at++;
  }

  private readDouble(word: WordDraft): void {
    const { cursor } = this;
    word.quote('double');
    cursor.at++;
    while (!cursor.isAtEnd && cursor.peek() !== '"') {
      if (cursor.peek() === '\\') {
        if (cursor.skip(/\\\r?\n/uy) !== '') continue;
        if (/["\\$`]/u.test(cursor.peek(1))) cursor.at++;
        this.addCharacters(word, 1, 'double');
      } else if (!this.readExpansion(word, true)) this.addCharacters(word, 1, 'double');
    }
    cursor.at++;
  }

  /** Reads what is put in here, if something is. */
  private readExpansion(word: WordDraft, isQuoted: boolean): boolean {
    const { cursor } = this;
    const character = cursor.peek();
    if (character === '`') this.substitute(word, 1, '`', isQuoted);
    else if (cursor.startsWith('$((')) this.addThrough(word, '))', isQuoted);
    else if (cursor.startsWith('$(')) this.substitute(word, 2, ')', isQuoted);
    else if (character === '$' || character === '{') return this.readVariable(word, isQuoted);
    else return false;
    return true;
  }

  private readVariable(word: WordDraft, isQuoted: boolean): boolean {
    const { cursor } = this;
    const template = cursor.match(TEMPLATE);
    if (template !== undefined) return this.expand(word, template, template, isQuoted);
    if (this.place === 'notebook') {
      const value = cursor.match(NOTEBOOK_VALUE);
      // A list of alternatives of the shell, `{a,b}`, is no expression of one name.
      if (value !== undefined && !/,|\.\./u.test(value))
        return this.expand(word, value, value.slice(1, -1), isQuoted);
    }
    if (cursor.startsWith('${')) {
      const length = bracedLength(cursor);
      const text = cursor.text.slice(cursor.at, cursor.at + length);
      const [, name = ''] = /^\$\{[!#]?(\w*|[@*?$#-])/u.exec(text) ?? [];
      return this.expand(word, text, name, isQuoted);
    }
    const variable = cursor.match(VARIABLE);
    return variable !== undefined && this.expand(word, variable, variable.slice(1), isQuoted);
  }

  private expand(word: WordDraft, text: string, name: string, isQuoted: boolean): boolean {
    const start = this.cursor.at;
    word.expansions.push({ name, isQuoted, start, end: start + text.length });
    this.addCharacters(word, text.length, isQuoted ? 'double' : 'none');
    return true;
  }

  private substitute(word: WordDraft, opening: number, closing: ')' | '`', isQuoted: boolean): void {
    const { cursor } = this;
    const start = cursor.at;
    cursor.at += opening;
    this.substitution(closing);
    const end = cursor.at;
    word.expansions.push({ name: '*', isQuoted, start, end });
    word.add(cursor.text.slice(start, end), start, isQuoted ? 'double' : 'none');
  }

  private addThrough(word: WordDraft, closing: string, isQuoted = false): void {
    const { cursor } = this;
    const length = Math.min(cursor.find(closing) + closing.length, cursor.end) - cursor.at;
    this.addCharacters(word, length, isQuoted ? 'double' : 'none');
  }

  private addCharacters(word: WordDraft, count: number, style: 'none' | 'single' | 'double'): void {
    const { cursor } = this;
    word.add(cursor.text.slice(cursor.at, cursor.at + count), cursor.at, style);
    cursor.at += count;
  }
}

/** Length of `${...}`, with what is nested in it; that of the sign alone where it is not closed. */
function bracedLength(cursor: TextCursor): number {
  let depth = 0;
  const end = Math.min(cursor.end, cursor.at + MAXIMUM_EXPANSION);
  for (let at = cursor.at; at < end; at++) {
    const character = cursor.text.charAt(at);
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1 - cursor.at;
  }
  return 2;
}
