import type { ShellCommand, ShellPlace, ShellRedirect } from '../content/shell-command';
import { rangeAt, type TextPlace } from '../content/text-place';
import type { Comment } from '../model';
import { containsRange } from '../range';
import { CommandDraft } from './command-draft';
import { innerScript, readsScript } from './inner-script';
import type { TextCursor } from './text-cursor';
import type { WordDraft } from './word-draft';
import { WordReader } from './word-reader';
import { programName, wrapperLength } from './wrappers';

/** Words of the grammar that stand where a command begins and are none. */
const RESERVED = new Set([
  'if',
  'then',
  'elif',
  'else',
  'fi',
  'while',
  'until',
  'do',
  'done',
  '{',
  '}',
  '!',
  'coproc',
]);
const DECLARATIONS = new Set(['export', 'declare', 'local', 'readonly', 'typeset', 'setenv']);
const ASSIGNMENT = /^([A-Za-z_]\w*)(?:\[[^\]]*\])?\+?=/u;
const BLANK = /(?:[ \t\f\v]|\\\r?\n)+/uy;
const REDIRECT = /(?:\d+|&)?(?:<<<|<<-?|<>|<&|>>|>&|>\||<(?!\()|>(?!\())(?:(?<=&)(?:\d+-?|-))?/uy;
const MAXIMUM_DEPTH = 12;
const MAXIMUM_WRAPPERS = 6;

/** What a script is read with. */
export interface ScriptSetting {
  readonly place: TextPlace;
  readonly where: ShellPlace;
  /** How many scripts this one stands in. */
  readonly depth: number;
  /** Reads a script that stands in a word of this one. */
  readonly readInner: (text: string, place: TextPlace, depth: number) => readonly ShellCommand[];
}

interface HereDocument {
  readonly command: CommandDraft;
  readonly redirect: number;
  readonly closing: string;
  readonly stripsTabs: boolean;
}

/**
 * Reads the commands of a script of a POSIX shell or bash. Knows as much of the grammar as tells one command from the next; what is
 * not of it is taken as words. Never throws.
 */
export class ScriptReader {
  readonly comments: Comment[] = [];
  private readonly hereDocuments: HereDocument[] = [];
  private readonly words: WordReader;
  private depth: number;
  /** Commands of the list that is read now. */
  private commands: ShellCommand[] = [];
  /** The command whose output the next one reads. */
  private piped: CommandDraft | undefined;
  private lastCommand: CommandDraft | undefined;
  private readonly cases: ('pattern' | 'body')[] = [];

  constructor(
    private readonly cursor: TextCursor,
    private readonly setting: ScriptSetting,
  ) {
    this.depth = setting.depth;
    this.words = new WordReader(cursor, setting.where, (closing) => {
      this.readSubstitution(closing);
    });
  }

  /** Reads commands up to the closing sign, or to the end. */
  readAll(closing?: ')'): readonly ShellCommand[] {
    const { cursor } = this;
    const outer = this.commands;
    const found: ShellCommand[] = [];
    this.commands = found;
    while (!cursor.isAtEnd) {
      const before = cursor.at;
      if (this.skipBetween()) continue;
      const character = cursor.peek();
      if (closing !== undefined && character === closing) {
        cursor.at++;
        break;
      }
      if (this.cases.at(-1) === 'pattern') this.readPattern();
      else if (character === '(') this.readGroup();
      else if (character === '|') this.readPipe();
      else if (/[;&)`]/u.test(character) && !cursor.startsWith('&>')) this.readSeparator();
      else this.readCommand();
      if (cursor.at === before) cursor.at++;
    }
    this.commands = outer;
    return found;
  }

  /** Skips blanks, comments and line ends. */
  private skipBetween(): boolean {
    const { cursor } = this;
    const before = cursor.at;
    cursor.skip(BLANK);
    if (cursor.peek() === '#') this.readComment();
    if (cursor.skip(/\r?\n/uy) !== '') this.readHereDocuments();
    return cursor.at > before;
  }

  private readComment(): void {
    const { cursor, setting } = this;
    const start = cursor.at;
    const text = cursor.skip(/#[^\r\n]*/uy);
    const lineStart = cursor.text.lastIndexOf('\n', start - 1) + 1;
    this.comments.push({
      text: text.slice(1),
      range: rangeAt(setting.place, { start, end: cursor.at }),
      ownLine: cursor.text.slice(lineStart, start).trim() === '',
    });
  }

  private readPipe(): void {
    const { cursor } = this;
    if (cursor.startsWith('||')) {
      cursor.at += 2;
      this.piped = undefined;
    } else {
      cursor.at += cursor.peek(1) === '&' ? 2 : 1;
      this.piped = this.lastCommand;
    }
  }

  private readSeparator(): void {
    const { cursor } = this;
    this.piped = undefined;
    if (this.cases.length > 0 && cursor.startsWith(';;')) {
      cursor.at += 2;
      this.cases[this.cases.length - 1] = 'pattern';
    } else cursor.at++;
  }

  /** `pattern | pattern)` of a `case`. */
  private readPattern(): void {
    const { cursor } = this;
    if (cursor.skip(/esac(?!\w)/uy) !== '') {
      this.cases.pop();
      return;
    }
    cursor.skip(/\(/uy);
    cursor.skip(/[^)\r\n]*\)?/uy);
    this.cases[this.cases.length - 1] = 'body';
  }

  /** A subshell, whose commands stand among the others; arithmetic is passed by. */
  private readGroup(): void {
    const { cursor } = this;
    if (cursor.startsWith('((')) {
      const end = cursor.find('))');
      if (end < cursor.end && !cursor.text.slice(cursor.at, end).includes('\n')) {
        cursor.at = end + 2;
        return;
      }
    }
    cursor.at++;
    if (this.depth >= MAXIMUM_DEPTH) return;
    this.depth++;
    this.commands.push(...this.readAll(')'));
    this.depth--;
  }

  /** The commands of `$(...)`, which belong to the word they stand in. */
  private readSubstitution(closing: ')' | '`'): void {
    const { cursor, piped, lastCommand, cases } = this;
    if (closing === '`' || this.depth >= MAXIMUM_DEPTH) {
      const end = Math.min(cursor.find(closing), cursor.end);
      if (this.depth < MAXIMUM_DEPTH) this.readUntil(end);
      cursor.at = Math.min(end + 1, cursor.end);
      return;
    }
    this.depth++;
    this.piped = undefined;
    const outerCases = cases.splice(0);
    const inner = this.readAll(')');
    cases.splice(0, cases.length, ...outerCases);
    this.piped = piped;
    this.lastCommand = lastCommand;
    this.depth--;
    this.substituted.push(...inner);
  }

  /** Reads what stands between backquotes: there the first one closes, whatever is open. */
  private readUntil(end: number): void {
    const { cursor } = this;
    const text = cursor.text.slice(cursor.at, end);
    const start = cursor.at;
    const { setting } = this;
    const place = { offsetOf: (offset: number) => setting.place.offsetOf(start + offset) };
    this.substituted.push(...setting.readInner(text, place, this.depth + 1));
  }

  /** Commands of the substitutions in the words read last. */
  private substituted: ShellCommand[] = [];

  private readCommand(): void {
    const { cursor, setting } = this;
    const start = cursor.at;
    const outer = this.substituted;
    this.substituted = [];
    const command = new CommandDraft(setting.where);
    const words: WordDraft[] = [];
    const end = this.readWords(command, words);
    command.inner = this.substituted;
    this.substituted = outer;
    if (end === undefined) {
      // A keyword: what is put in behind it (`for x in $(ls)`) are commands of the list.
      this.commands.push(...command.inner);
      return;
    }
    command.range = rangeAt(setting.place, { start, end });
    this.complete(command, words);
    if (this.piped) this.piped.pipedTo = command;
    this.piped = undefined;
    this.lastCommand = command;
    this.commands.push(command);
  }

  /** Reads up to the end of a simple command, and returns where that is; undefined when it was a keyword. */
  private readWords(command: CommandDraft, words: WordDraft[]): number | undefined {
    const { cursor } = this;
    let end = cursor.at;
    for (;;) {
      cursor.skip(BLANK);
      if (this.readRedirect(command)) {
        end = cursor.at;
        continue;
      }
      if (cursor.isAtEnd || /[\r\n;&|()]/u.test(cursor.peek())) break;
      if (cursor.peek() === '#') {
        this.readComment();
        break;
      }
      const before = cursor.at;
      const word = this.words.read();
      if (cursor.at === before) break;
      end = cursor.at;
      if (words.length === 0 && this.readKeyword(word)) return undefined;
      if (words.length === 0 && this.readAssignment(word, command)) end = cursor.at;
      else words.push(word);
      if (words.length === 1 && word.text === '[[' && word.isPlain) {
        this.readTest(words);
        end = cursor.at;
      }
    }
    if (words.length === 1 && cursor.skip(/\(\s*\)/uy) !== '') return undefined;
    return end;
  }

  /** Passes by words of the grammar, and the head of a loop. */
  private readKeyword(word: WordDraft): boolean {
    if (!word.isPlain) return false;
    const { cursor } = this;
    if (RESERVED.has(word.text)) return true;
    if (word.text === 'esac') {
      this.cases.pop();
      return true;
    }
    if (word.text === 'for' || word.text === 'select' || word.text === 'case') {
      this.readHead();
      if (word.text === 'case') this.cases.push('pattern');
      return true;
    }
    if (word.text === 'function') {
      cursor.skip(/[ \t]+[^\s(){}]+[ \t]*(?:\(\s*\))?/uy);
      return true;
    }
    return false;
  }

  /** `x in a b c` of a loop, `$x in` of a case. */
  private readHead(): void {
    const { cursor } = this;
    cursor.skip(BLANK);
    if (cursor.startsWith('((')) {
      cursor.at = Math.min(cursor.find('))') + 2, cursor.end);
      return;
    }
    for (;;) {
      cursor.skip(BLANK);
      if (cursor.isAtEnd || /[\r\n;&|()]/u.test(cursor.peek())) return;
      const before = cursor.at;
      const word = this.words.read();
      if (cursor.at === before) return;
      if (
        word.text === 'in' &&
        /^\s*(?:\(?[^\s()]+\)|\r?\n)/u.test(cursor.text.slice(cursor.at, cursor.at + 200))
      )
        return;
    }
  }

  /** What stands in `[[ ... ]]`, where signs mean something else. */
  private readTest(words: WordDraft[]): void {
    const { cursor } = this;
    while (!cursor.isAtEnd) {
      cursor.skip(/(?:\s|[<>&|();])+/uy);
      const before = cursor.at;
      const word = this.words.read();
      if (cursor.at === before) return;
      words.push(word);
      if (word.text === ']]') return;
    }
  }

  private readAssignment(word: WordDraft, command: CommandDraft): boolean {
    const { cursor, setting } = this;
    const [head, name = ''] = ASSIGNMENT.exec(word.text) ?? [];
    if (head === undefined) return false;
    const isArray = word.text.length === head.length && cursor.peek() === '(';
    if (isArray) this.readArray();
    command.assignments.push({
      name,
      value: isArray ? undefined : valueOf(word, head.length, setting.place),
      range: rangeAt(setting.place, { start: word.start, end: cursor.at }),
      scope: 'shell',
    });
    return true;
  }

  private readArray(): void {
    const { cursor } = this;
    cursor.at++;
    while (!cursor.isAtEnd) {
      if (this.skipBetween()) continue;
      const before = cursor.at;
      if (cursor.peek() !== ')') this.words.read();
      if (cursor.at > before) continue;
      cursor.at++;
      if (cursor.text.charAt(before) === ')') return;
    }
  }

  private readRedirect(command: CommandDraft): boolean {
    const { cursor, setting } = this;
    const operator = cursor.skip(REDIRECT);
    if (operator === '') return false;
    let target: WordDraft | undefined;
    if (!/&(?:\d+-?|-)$/u.test(operator)) {
      cursor.skip(BLANK);
      target = this.words.read();
    }
    command.redirects.push({ operator, target: target?.finish(setting.place) });
    if (target && /^\d*<<-?$/u.test(operator)) {
      this.hereDocuments.push({
        command,
        redirect: command.redirects.length - 1,
        closing: target.text,
        stripsTabs: operator.endsWith('-'),
      });
    }
    return true;
  }

  /** Reads what the line before has announced with `<<`. The text becomes the target of the redirect. */
  private readHereDocuments(): void {
    const { cursor, setting } = this;
    for (const { command, redirect, closing, stripsTabs } of this.hereDocuments.splice(0)) {
      const start = cursor.at;
      let end = start;
      while (!cursor.isAtEnd) {
        end = cursor.at;
        const line = cursor.skip(/[^\r\n]*/uy);
        cursor.skip(/\r?\n|\r/uy);
        if ((stripsTabs ? line.replace(/^\t+/u, '') : line) === closing) break;
        end = cursor.at;
      }
      const text = cursor.text.slice(start, end);
      const { operator } = command.redirects[redirect] as ShellRedirect;
      const range = rangeAt(setting.place, { start, end });
      command.redirects[redirect] = { operator, target: { text, range, quotes: 'none', expansions: [] } };
      if (readsScript(command)) {
        const place = { offsetOf: (offset: number) => setting.place.offsetOf(start + offset) };
        command.inner.push(...setting.readInner(text, place, this.depth + 1));
      }
    }
  }

  /** Sets wrappers aside, names the program and reads the scripts that are handed to it. */
  private complete(command: CommandDraft, drafts: WordDraft[]): void {
    const { setting } = this;
    let rest = drafts;
    while (command.wrappers.length < MAXIMUM_WRAPPERS) {
      const length = wrapperLength(rest.map(({ text }) => text));
      if (length === 0) break;
      command.wrappers.push(
        rest
          .slice(0, length)
          .map(({ text }) => text)
          .join(' '),
      );
      const isSetting = ({ text }: WordDraft): boolean => ASSIGNMENT.test(text);
      rest = rest.slice(length);
      while (rest[0] && isSetting(rest[0])) this.addSetting(rest.shift() as WordDraft, 'command', command);
    }
    command.words = rest.map((word) => word.finish(setting.place));
    const [first] = command.words;
    const isVariable = first === undefined || /^(?:\$|\{\{|`)/u.test(first.text);
    command.program = isVariable ? undefined : programName(first.text);
    if (rest.length > 0) {
      command.assignments = command.assignments.map((one) => ({ ...one, scope: 'command' as const }));
    }
    if (command.program !== undefined && DECLARATIONS.has(command.program)) {
      const scope =
        command.program === 'export' || rest.some(({ text }) => text === '-x') ? 'exported' : 'shell';
      for (const word of rest.slice(1)) this.addSetting(word, scope, command);
    }
    const script = innerScript(command, rest);
    if (script) this.readScript(script, command);
  }

  /** Reads a word that is a script; what a substitution puts in is read with it, and not once more. */
  private readScript(word: WordDraft, command: CommandDraft): void {
    const { setting } = this;
    const isSubstitution = word.expansions.some(
      ({ name, start, end }) => name === '*' && end - start >= word.text.length,
    );
    if (isSubstitution) return;
    const range = rangeAt(setting.place, word);
    command.inner = command.inner.filter((one) => !containsRange(range, one.range));
    command.inner.push(...setting.readInner(word.text, word.placeOfText(setting.place), this.depth + 1));
  }

  private addSetting(word: WordDraft, scope: 'command' | 'exported' | 'shell', command: CommandDraft): void {
    const [head, name = ''] = ASSIGNMENT.exec(word.text) ?? [];
    if (head === undefined) return;
    const { place } = this.setting;
    command.assignments.push({
      name,
      value: valueOf(word, head.length, place),
      range: rangeAt(place, word),
      scope,
    });
  }
}

/** The part of a word behind `NAME=`. */
function valueOf(word: WordDraft, from: number, place: TextPlace): ReturnType<WordDraft['finish']> {
  const whole = word.finish(place);
  const start = word.offsets[from] ?? word.end;
  return { ...whole, text: word.text.slice(from), range: rangeAt(place, { start, end: word.end }) };
}
