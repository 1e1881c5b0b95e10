import type { DataEntry, DataList, DataMap, DataNode } from '../content/data-node';
import { placeFrom } from '../content/text-place';
import { ProblemList } from '../data/problem-list';
import type { ReadData } from '../data/read-data';
import type { TextRange } from '../range';
import { TomlError, TomlScanner } from './toml-scanner';

/** Lists and tables inside one another. */
const DEPTH = 64;

/** A table that can still grow. */
interface Table extends DataMap {
  readonly entries: DataEntry[];
}
interface Tables extends DataList {
  readonly items: DataNode[];
}
interface KeyPart {
  readonly text: string;
  readonly range: TextRange;
}

/** Reads TOML; a line that cannot be read is told and passed by. Never throws. */
export function readToml(text: string): ReadData {
  return new TomlReader(text).read();
}

class TomlReader {
  private readonly scanner: TomlScanner;
  private readonly problems = new ProblemList();
  private readonly root: Table;
  private current: Table;

  constructor(private readonly text: string) {
    this.scanner = new TomlScanner(text.replace(/^\uFEFF/u, ' '));
    this.root = table({ start: 0, end: text.length });
    this.current = this.root;
  }

  read(): ReadData {
    const { scanner } = this;
    while (scanner.goOn()) {
      const start = scanner.at;
      try {
        if (scanner.character === '[') this.header();
        else this.pair(this.current, 0);
        scanner.skip();
        if (scanner.character === '#') scanner.comment();
        else if (!/^[\r\n]?$/u.test(scanner.character)) throw new TomlError(scanner.at);
      } catch (error) {
        if (!(error instanceof TomlError)) throw error;
        this.giveUp(start, error);
      }
    }
    return { roots: [this.root], comments: scanner.comments, problems: this.problems.all };
  }

  /** Passes the line that cannot be read; of a value over several lines, those before the mistake. */
  private giveUp(start: number, { at, message }: TomlError): void {
    const { scanner } = this;
    const lineStart = this.text.lastIndexOf('\n', at - 1) + 1;
    scanner.at = at;
    scanner.toLineEnd();
    this.problems.syntax(message, { start: Math.min(at, scanner.at), end: scanner.at });
    if (lineStart > start) scanner.at = lineStart;
  }

  /** `[a.b]` or `[[a.b]]` */
  private header(): void {
    const { scanner } = this;
    const { at: start } = scanner;
    const isList = scanner.take('[[');
    if (!isList) scanner.expect('[');
    const keys = this.keys();
    scanner.expect(isList ? ']]' : ']');
    const last = keys.pop();
    if (!last) throw new TomlError(start);
    const parent = keys.reduce((from, key) => step(from, key), this.root);
    const range = { start, end: scanner.at };
    if (!isList) {
      this.current = step(parent, last);
      return;
    }
    const known = parent.entries.findLast(({ key }) => key === last.text)?.value;
    const list = known?.kind === 'list' ? (known as Tables) : { kind: 'list' as const, items: [], range };
    if (list !== known) parent.entries.push(entry(last, list));
    this.current = table(range);
    list.items.push(this.current);
  }

  private pair(into: Table, depth: number): void {
    const keys = this.keys();
    this.scanner.expect('=');
    this.scanner.skip();
    const value = this.value(depth);
    const last = keys.pop();
    if (!last) throw new TomlError(this.scanner.at);
    keys.reduce((from, key) => step(from, key), into).entries.push(entry(last, value));
  }

  private keys(): KeyPart[] {
    const keys: KeyPart[] = [];
    do {
      this.scanner.skip();
      const { at: start } = this.scanner;
      const text = this.scanner.keyPart();
      keys.push({ text, range: { start, end: this.scanner.at } });
      this.scanner.skip();
    } while (this.scanner.take('.'));
    return keys;
  }

  private value(depth: number): DataNode {
    const { scanner } = this;
    const { at: start, character } = scanner;
    if (depth > DEPTH) throw new TomlError(start);
    if (character === '"' || character === "'") return scanner.string();
    if (character === '[') return this.list(depth);
    if (character === '{') return this.inlineTable(depth);
    const written = scanner.match(/[^\s,\]}#]+(?: \d\d:\d\d[^\s,\]}#]*)?/uy);
    return {
      kind: 'scalar',
      value: plainValue(written),
      range: { start, end: scanner.at },
      place: placeFrom(start),
    };
  }

  private list(depth: number): DataNode {
    const { scanner } = this;
    const { at: start } = scanner;
    const items: DataNode[] = [];
    scanner.expect('[');
    while (!scanner.takeNext(']')) {
      items.push(this.value(depth + 1));
      scanner.skip(true);
      if (scanner.character !== ']') scanner.expect(',');
    }
    return { kind: 'list', items, range: { start, end: scanner.at } };
  }

  private inlineTable(depth: number): DataNode {
    const { scanner } = this;
    const { at: start } = scanner;
    const made = table({ start, end: start });
    scanner.expect('{');
    while (!scanner.takeNext('}')) {
      this.pair(made, depth + 1);
      scanner.skip(true);
      if (scanner.character !== '}') scanner.expect(',');
    }
    return { ...made, range: { start, end: scanner.at } };
  }
}

/** The table below a key, made when it is not there; of a list of tables the last. */
function step(from: Table, key: KeyPart): Table {
  const known = from.entries.findLast((one) => one.key === key.text)?.value;
  const found = known?.kind === 'list' ? known.items.at(-1) : known;
  if (found?.kind === 'map') return found as Table;
  const made = table(key.range);
  from.entries.push(entry(key, made));
  return made;
}

function table(range: TextRange): Table {
  return { kind: 'map', entries: [], range };
}

function entry({ text, range }: KeyPart, value: DataNode): DataEntry {
  const end = Math.max(range.end, value.range.end);
  return { key: text, keyRange: range, value, range: { start: range.start, end } };
}

function plainValue(written: string): string | number | boolean {
  if (written === 'true') return true;
  if (written === 'false') return false;
  const number = Number(written.replace(/(?<=[\da-f])_(?=[\da-f])/giu, '').replace(/^\+/u, ''));
  return Number.isNaN(number) ? written : number;
}
