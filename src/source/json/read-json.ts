import { visit, type ParseErrorCode } from 'jsonc-parser';
import type { DataEntry, DataNode } from '../content/data-node';
import { placeFrom } from '../content/text-place';
import { AlignedPlace, ESCAPED_TEXT } from '../data/aligned-place';
import type { ReadData } from '../data/read-data';
import { ProblemList } from '../data/problem-list';
import type { Comment } from '../model';

/** A value that is not closed yet. */
type Open =
  | { readonly kind: 'map'; readonly start: number; readonly entries: DataEntry[]; key: Key | undefined }
  | { readonly kind: 'list'; readonly start: number; readonly items: DataNode[] };

interface Key {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads JSON with comments and trailing commas, as far as it can be read. Never throws. */
export function readJson(text: string): ReadData {
  // A byte-order mark is no part of it; offsets stay.
  const reader = new JsonReader(text.replace(/^\uFEFF/u, ' '));
  reader.read();
  return {
    roots: reader.root ? [reader.root] : [],
    comments: reader.comments,
    problems: reader.problems.all,
  };
}

class JsonReader {
  root: DataNode | undefined;
  readonly comments: Comment[] = [];
  readonly problems = new ProblemList();
  private readonly open: Open[] = [];

  constructor(private readonly text: string) {}

  read(): void {
    try {
      visit(
        this.text,
        {
          onObjectBegin: (start) => void this.open.push({ kind: 'map', start, entries: [], key: undefined }),
          onArrayBegin: (start) => void this.open.push({ kind: 'list', start, items: [] }),
          onObjectEnd: (offset, length) => this.close(offset + length),
          onArrayEnd: (offset, length) => this.close(offset + length),
          onObjectProperty: (text, offset, length) =>
            this.setKey({ text, start: offset, end: offset + length }),
          onLiteralValue: (value, offset, length) => this.addScalar(value, offset, length),
          onComment: (offset, length) => this.addComment(offset, length),
          onError: (_code: ParseErrorCode, start, length) => this.addProblem(start, length),
        },
        { allowTrailingComma: true },
      );
    } catch (error) {
      // Nesting deeper than the call stack: what was read until there stays.
      if (!(error instanceof RangeError)) throw error;
      this.problems.limit('Lists and objects are nested too deep; the file was read up to there.');
    }
    while (this.open.length > 0) this.close(this.text.length);
  }

  private setKey(key: Key): void {
    const map = this.open.at(-1);
    if (map?.kind === 'map') map.key = key;
  }

  private addScalar(value: unknown, offset: number, length: number): void {
    const range = { start: offset, end: offset + length };
    const isVerbatim = typeof value !== 'string' || value.length === length - 2;
    const place = isVerbatim
      ? placeFrom(typeof value === 'string' ? offset + 1 : offset)
      : new AlignedPlace(this.text, value, offset + 1, range.end - 1, ESCAPED_TEXT);
    this.add({ kind: 'scalar', value: value as string | number | boolean | null, range, place });
  }

  /** One mistake makes the parser stumble over what follows: the first place is told. */
  private addProblem(start: number, length: number): void {
    if (this.problems.all.length > 0) return;
    this.problems.syntax('This is not valid JSON.', { start, end: start + length });
  }

  private close(end: number): void {
    const open = this.open.pop();
    if (!open) return;
    const range = { start: open.start, end };
    this.add(
      open.kind === 'map'
        ? { kind: 'map', entries: open.entries, range }
        : { kind: 'list', items: open.items, range },
    );
  }

  private add(value: DataNode): void {
    const parent = this.open.at(-1);
    if (!parent) this.root ??= value;
    else if (parent.kind === 'list') parent.items.push(value);
    else if (parent.key) {
      const { text: key, start, end } = parent.key;
      const range = { start, end: value.range.end };
      parent.entries.push({ key, keyRange: { start, end }, value, range });
      parent.key = undefined;
    }
  }

  private addComment(offset: number, length: number): void {
    const written = this.text.slice(offset, offset + length);
    const text = written.startsWith('/*') ? written.slice(2).replace(/\*\/$/u, '') : written.slice(2);
    const line = this.text.slice(this.text.lastIndexOf('\n', offset - 1) + 1, offset);
    this.comments.push({ text, range: { start: offset, end: offset + length }, ownLine: line.trim() === '' });
  }
}
