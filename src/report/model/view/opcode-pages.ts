import { Budget } from '../../../models/budget';
import type { ByteSource } from '../../../models/bytes/byte-source';
import { disassemble } from '../../../models/pickle/disassemble';
import type { PickleReport } from '../../../models/pickle/pickle-report';
import type { NameJudge } from '../../../models/verdict/name-judge';
import { OPCODES_PER_PAGE, type OpcodeRow } from './model-view';
import { walkOpcodes, type OpcodeWalker } from './opcode-walk';

/** Opcodes that follow each other without a gap, or one row that is none. */
type Part = { readonly start: number; count: number } | OpcodeRow;

/** The disassembly of a pickle by pages: where each begins is remembered, its rows are made when somebody looks. */
export class OpcodePages implements OpcodeWalker {
  readonly #pages: Part[][] = [];
  readonly #firstOffsets: number[] = [];
  #rows = 0;
  #run: { readonly start: number; count: number } | undefined;

  constructor(
    private readonly source: ByteSource,
    report: PickleReport,
    names: NameJudge,
  ) {
    walkOpcodes(source, report, names, this);
    this.#run = undefined;
  }

  /** Rows of all pages. */
  get rows(): number {
    return this.#rows;
  }

  /** The rows of a page, counted from 0; none of a page that is not there. */
  page(number: number): OpcodeRow[] {
    const budget = new Budget();
    return (this.#pages[number] ?? []).flatMap((part) =>
      'count' in part ? disassemble(this.source, budget, part.start, part.count) : [part],
    );
  }

  /** The row in which the byte at `offset` stands. */
  rowAt(offset: number): number {
    let page = 0;
    for (let low = 0, high = this.#firstOffsets.length - 1; low <= high;) {
      const middle = (low + high) >> 1;
      if ((this.#firstOffsets[middle] ?? 0) <= offset) [page, low] = [middle, middle + 1];
      else high = middle - 1;
    }
    const after = this.page(page).findIndex((row) => row.offset > offset);
    const within = after < 0 ? Math.min(OPCODES_PER_PAGE, this.#rows - page * OPCODES_PER_PAGE) : after;
    return page * OPCODES_PER_PAGE + Math.max(0, within - 1);
  }

  stream(): void {
    this.#run = undefined;
  }

  opcode(offset: number): void {
    const parts = this.#partsFor(offset);
    if (!this.#run) parts.push((this.#run = { start: offset, count: 0 }));
    this.#run.count++;
  }

  data(offset: number, length: number): void {
    this.#addRow({ offset, name: 'data', argument: `${length} bytes of an array` });
  }

  broken(offset: number, reason: string): void {
    this.#addRow({ offset, name: 'broken', argument: reason });
  }

  #addRow(row: OpcodeRow): void {
    this.#partsFor(row.offset).push(row);
    this.#run = undefined;
  }

  /** The page that the next row belongs to. */
  #partsFor(offset: number): Part[] {
    if (this.#rows++ % OPCODES_PER_PAGE === 0) {
      this.#pages.push([]);
      this.#firstOffsets.push(offset);
      this.#run = undefined;
    }
    const parts = this.#pages.at(-1);
    if (!parts) throw new RangeError('a row before the first page');
    return parts;
  }
}
