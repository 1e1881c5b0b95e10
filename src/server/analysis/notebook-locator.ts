import type { NotebookProgram, ProgramCell } from '../../source/notebook/notebook-program';
import type { TextRange } from '../../source/range';
import type { OpenNotebook } from '../documents/open-source';
import type { Locator, WirePlace } from './locator';
import { TextLocator } from './text-locator';

/** Positions in the cells of a notebook whose code cells were joined to one program. */
export class NotebookLocator implements Locator {
  readonly documents: Locator['documents'];
  private readonly cells: readonly TextLocator[];

  constructor(
    private readonly notebook: OpenNotebook,
    private readonly program: NotebookProgram,
  ) {
    this.documents = notebook.cells.map(({ document: { uri, version } }) => ({ uri, version }));
    this.cells = notebook.cells.map(({ document }) => new TextLocator(document));
  }

  /** A range over several cells ends with the first of them: no client could show more. */
  locate({ start, end }: TextRange): WirePlace {
    const place = this.cellAt(start);
    if (!place) return { uri: this.notebook.uri, range: NOWHERE };
    const { cell, locator } = place;
    const offset = (at: number): number =>
      Math.min(Math.max(at, cell.range.start), cell.range.end) - cell.range.start;
    return { ...locator.locate({ start: offset(start), end: offset(end) }), cell: cell.index };
  }

  lineAt(offset: number): string {
    const place = this.cellAt(offset);
    return place ? place.locator.lineAt(Math.max(0, offset - place.cell.range.start)) : '';
  }

  /** The last cell that starts at or before an offset. */
  private cellAt(offset: number): { readonly cell: ProgramCell; readonly locator: TextLocator } | undefined {
    const cell = this.program.cells.findLast(({ range }) => range.start <= offset) ?? this.program.cells[0];
    const locator = cell && this.cells[cell.index];
    return cell && locator && { cell, locator };
  }
}

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
