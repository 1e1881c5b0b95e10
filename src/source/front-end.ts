import type { DocumentContent } from './content/document-content';
import type { DocumentKind } from './document-kind';
import type { SourceModel } from './model';
import type { TextRange } from './range';

/** One replacement in a text: `range` of the old text became `inserted` characters. */
export interface TextChange {
  readonly range: TextRange;
  readonly inserted: number;
}

/** A parsed text and what is needed to parse its next version faster. */
export interface ParsedSource {
  readonly model: SourceModel;
  /** What the document holds besides code; left out by front ends of programs. */
  readonly content?: DocumentContent;
}

/**
 * Reads one language. Never throws on any text; what it cannot take in is in `model.problems`.
 * With `previous` and the changes that lead from its text to `text`, only what changed is parsed again.
 */
export interface FrontEnd {
  parse(
    text: string,
    previous?: { readonly source: ParsedSource; readonly changes: readonly TextChange[] },
  ): ParsedSource;

  /** The same for a text of which no next version will be read, which may be many times faster. */
  parseOnce?(text: string): ParsedSource;
}

/** Reads a language that holds no program. Never throws on any text; what it cannot take in is in `model.problems`. */
export interface DocumentReader {
  read(text: string, kind: DocumentKind): ParsedSource;
}

/** The one change that changes made one after the other amount to; undefined when they do not lead from length to length. */
export function asOneChange(
  changes: readonly TextChange[],
  before: number,
  after: number,
): TextChange | undefined {
  let length = before;
  let start = before;
  let tail = before;
  for (const { range, inserted } of changes) {
    if (range.start < 0 || range.end < range.start || range.end > length) return undefined;
    start = Math.min(start, range.start);
    tail = Math.min(tail, length - range.end);
    length += inserted - (range.end - range.start);
  }
  if (length !== after) return undefined;
  start = Math.min(start, before - tail, after - tail);
  return { range: { start, end: before - tail }, inserted: after - tail - start };
}
