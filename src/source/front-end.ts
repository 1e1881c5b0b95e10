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
}
