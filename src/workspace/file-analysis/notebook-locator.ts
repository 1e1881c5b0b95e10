import { LineIndex } from '../../source/line-index';
import { NotebookLocations } from '../../source/notebook/notebook-locations';
import type { NotebookProgram } from '../../source/notebook/notebook-program';
import { ProgramPositions } from '../../source/notebook/program-positions';
import type { TextRange } from '../../source/range';
import type { Region, SourceLocation } from './file-result';
import type { Locator } from './locator';
import { firstLine } from './text-locator';

const START = { line: 0, character: 0 };

/** Places in the cells of a notebook, with the region of the `.ipynb` file that holds them. */
export class NotebookLocator implements Locator {
  private readonly positions: ProgramPositions;
  private readonly cellLines = new Map<number, LineIndex>();
  private json: NotebookLocations | undefined;

  constructor(
    private readonly text: string,
    private readonly fileLines: LineIndex,
    private readonly program: NotebookProgram,
  ) {
    this.positions = new ProgramPositions(program);
  }

  /** A range over several cells ends with the first of them: no report could show more. */
  locate({ start, end }: TextRange): SourceLocation {
    const first = this.positions.cellAt(start);
    if (!first) return { start: START, end: START };
    const last = this.positions.cellAt(end);
    const lines = this.linesOf(first.cell);
    const endOffset = last?.cell === first.cell ? last.offset : this.lengthOf(first.cell);
    const region = { start: lines.positionAt(first.offset), end: lines.positionAt(endOffset) };
    return { ...region, cell: first.cell, ...this.regionInFile(first.cell, first.offset, endOffset) };
  }

  textOf({ start, end }: TextRange): string {
    return firstLine(this.program.text.slice(start, end));
  }

  locateCell(cell: number): SourceLocation {
    return { start: START, end: START, cell, ...this.regionInFile(cell, 0, 0) };
  }

  lineAt(offset: number): string {
    const place = this.positions.cellAt(offset);
    if (!place) return '';
    const lines = this.linesOf(place.cell);
    return lines.lineText(lines.positionAt(place.offset).line);
  }

  private regionInFile(cell: number, start: number, end: number): { readonly json?: Region } {
    // Made on the first finding: most notebooks have none, and this walks over the whole file.
    this.json ??= new NotebookLocations(this.text);
    const from = this.json.offsetOf(cell, start);
    const to = this.json.offsetOf(cell, end);
    if (from === undefined || to === undefined) return {};
    return { json: { start: this.fileLines.positionAt(from), end: this.fileLines.positionAt(to) } };
  }

  private linesOf(cell: number): LineIndex {
    let lines = this.cellLines.get(cell);
    if (!lines) {
      const { start, end } = this.rangeOf(cell);
      this.cellLines.set(cell, (lines = new LineIndex(this.program.text.slice(start, end))));
    }
    return lines;
  }

  private lengthOf(cell: number): number {
    const { start, end } = this.rangeOf(cell);
    return end - start;
  }

  private rangeOf(cell: number): TextRange {
    return this.program.cells.find(({ index }) => index === cell)?.range ?? { start: 0, end: 0 };
  }
}
