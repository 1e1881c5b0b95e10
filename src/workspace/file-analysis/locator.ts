import type { TextRange } from '../../source/range';
import type { SourceLocation } from './file-result';

/** Turns offsets of an analysed text into places of the file it came from. */
export interface Locator {
  locate(range: TextRange): SourceLocation;
  /** The text of the line an offset is on. */
  lineAt(offset: number): string;
  /** The text of a range, cut at the end of its line. */
  textOf(range: TextRange): string;
  /** The start of a notebook cell; of the file where there are no cells. */
  locateCell(cell: number): SourceLocation;
}
