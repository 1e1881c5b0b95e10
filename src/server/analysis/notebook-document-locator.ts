import type { NotebookProgram } from '../../source/notebook/notebook-program';
import { ProgramPositions } from '../../source/notebook/program-positions';
import type { TextRange } from '../../source/range';
import type { OpenNotebook } from '../documents/open-source';
import type { WireLocator, WirePlace } from './wire-locator';
import { TextDocumentLocator } from './text-document-locator';

/** Positions in the cells of a notebook whose code cells were joined to one program. */
export class NotebookDocumentLocator implements WireLocator {
  readonly documents: WireLocator['documents'];
  private readonly cells: readonly TextDocumentLocator[];
  private readonly positions: ProgramPositions;

  constructor(
    private readonly notebook: OpenNotebook,
    program: NotebookProgram,
  ) {
    this.positions = new ProgramPositions(program);
    this.documents = notebook.cells.map(({ document: { uri, version } }) => ({ uri, version }));
    this.cells = notebook.cells.map(({ document }) => new TextDocumentLocator(document));
  }

  /** A range over several cells ends with the first of them: no client could show more. */
  locate({ start, end }: TextRange): WirePlace {
    const from = this.positions.cellAt(start);
    const cell = from && this.cells[from.cell];
    if (!cell) return { uri: this.notebook.uri, range: NOWHERE };
    const to = this.positions.cellAt(end);
    const last = to?.cell === from.cell ? to.offset : Infinity;
    return { ...cell.locate({ start: from.offset, end: last }), cell: from.cell };
  }

  locateCell(cell: number): WirePlace {
    const locator = this.cells[cell];
    return locator ? { ...locator.locateCell(), cell } : { uri: this.notebook.uri, range: NOWHERE };
  }

  lineAt(offset: number): string {
    const place = this.positions.cellAt(offset);
    return (place && this.cells[place.cell]?.lineAt(place.offset)) ?? '';
  }
}

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
