import type { Range, TextEdit } from 'vscode-languageserver';
import type { Finding } from '../../analysis/finding';
import type { TextRange } from '../../source/range';
import type { SourceEdit } from '../../source/text-edit';

/** Where a range of an analysed text is for the client. */
export interface WirePlace {
  /** Uri of the text document; of the cell in a notebook. */
  readonly uri: string;
  readonly range: Range;
  /** Index of the notebook cell. */
  readonly cell?: number;
}

/** Leads from offsets in the analysed text to documents and positions. Holds for one state of the source. */
export interface WireLocator {
  /** Every document that diagnostics of this source can stand in. */
  readonly documents: readonly { readonly uri: string; readonly version: number }[];
  locate(range: TextRange): WirePlace;
  /** The start of a notebook cell; of the document where there are no cells. */
  locateCell(cell: number): WirePlace;
  /** The text of the line that an offset is on. */
  lineAt(offset: number): string;
}

/** Where a finding is shown. An output is in no document: the start of its cell stands for it. */
export function placeOf({ range, output }: Finding, locator: WireLocator): WirePlace {
  return output ? locator.locateCell(output.cell) : locator.locate(range);
}

/** Edits by document. */
export function wireEdits(
  edits: readonly SourceEdit[],
  locator: WireLocator,
): Readonly<Record<string, readonly TextEdit[]>> {
  const byDocument: Record<string, TextEdit[]> = {};
  for (const { range, newText } of edits) {
    const place = locator.locate(range);
    (byDocument[place.uri] ??= []).push({ range: place.range, newText });
  }
  return byDocument;
}
