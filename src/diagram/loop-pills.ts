import { touches, type Box } from './box';
import type { Ellipse } from './ellipse';
import type { LabelGeometry, MarkWishes, NodeGeometry, Point, StoreGeometry } from './geometry';
import { discBox, labelBox, lineBox } from './label-box';
import type { Mark } from './overlay';
import {
  fitting,
  moreWidth,
  PILL_HEIGHT,
  PILL_STEP,
  pillsOf,
  rowBox,
  type PillRow,
  type RowRoom,
} from './pill-rows';

/** Rows of pills at one stage. */
const MOST_ROWS = 4;
/** Half the width of the band the stages stand in, the mark of the focus and a little air. */
const BAND = 40;
/** Between pills and what stands beside them. */
const CLEAR = 7;
const NOTE_LINES = 30;
/** Half the width of rows over or under the loop at most; the stages beside them need room too. */
const MIDDLE_REACH = 210;

/** Stages higher than this share of the loop's upper half have their pills under a raised label. */
const UPPER = 0.45;
const HIGHEST_LIFT = 40;
/** Rows that begin at the same place, beside a loop that bends away from them. */
const ALIGNED_ROWS = 3;

/** What pills must keep clear of. */
export interface LoopSurroundings {
  readonly ellipse: Ellipse;
  /** Pills stay inside. */
  readonly bounds: Box;
  /** Radius of the corners of `bounds`. */
  readonly corner: number;
  readonly stores: readonly StoreGeometry[];
  /** The stage that stands on the ring around the loop; its pills stand under the ring, down to `bottom`. */
  readonly onRing: { readonly stage: string; readonly bottom: number } | undefined;
}

/**
 * Puts the marks of an overlay beside the labels of a loop. Row by row every stage takes what room there is, so that none
 * takes it all; what finds no room is counted in a last pill. The label at the top moves up to make room.
 */
export function withPills(
  nodes: readonly NodeGeometry[],
  wishes: MarkWishes,
  around: LoopSurroundings,
): NodeGeometry[] {
  const notes = wishes.notes ? NOTE_LINES : 0;
  const open = nodes.map((node) => new OpenStage(node, wishes.marks.get(node.stage.id) ?? [], around, notes));
  const stores = [
    ...around.stores.flatMap((store) => [
      lineBox(store.title, store.label, 11),
      { left: store.x - 8, top: store.y - 10, right: store.x + 8, bottom: store.y + 10 },
    ]),
  ];
  for (let row = 0; row < MOST_ROWS; row += 1) {
    for (const stage of open) {
      stage.takeRow(row, [...stores, ...boxesBut(open, stage)]);
    }
  }
  for (const stage of open) stage.takeNumber([...stores, ...boxesBut(open, stage)]);
  return open.map((stage) => stage.finish());
}

function boxesBut(stages: readonly OpenStage[], stage: OpenStage): Box[] {
  return stages.filter((other) => other !== stage).flatMap((other) => other.boxes());
}

/** A stage while its rows are filled. */
class OpenStage {
  private readonly rows: PillRow[] = [];
  private left: readonly Mark[];
  private readonly place: 'over' | 'below' | 'ring';
  /** How far rows over a label's place move up so that they begin where the label does, clear of the loop. */
  private readonly lift: number;
  /** Where the label and its rows begin, clear of the loop at the height of all of them. */
  private readonly edge: number;
  /** As `edge`, but never so far out that the label is cut. */
  private readonly labelX: number;

  constructor(
    private readonly node: NodeGeometry,
    marks: readonly Mark[],
    private readonly around: LoopSurroundings,
    private readonly notes: number,
  ) {
    this.left = marks;
    const { ellipse, onRing } = around;
    const upper = node.y < ellipse.y - UPPER * ellipse.ry;
    this.place = onRing?.stage === node.stage.id ? 'ring' : upper ? 'over' : 'below';
    this.lift = upper ? liftOf(node, ellipse) : 0;
    this.edge = this.place === 'below' && marks.length > 0 ? edgeOf(node, ellipse) : node.label.x;
    const { left, right } = labelBox({ ...node.label, x: this.edge });
    const { bounds } = around;
    this.labelX = this.edge - Math.max(0, right - bounds.right) + Math.max(0, bounds.left - left);
  }

  /** What others must keep clear of. */
  boxes(): Box[] {
    const label = this.shifted();
    return [
      discBox(this.node),
      labelBox(label),
      ...this.rows.map((row) => rowBox(row, this.left, label.anchor)),
    ];
  }

  takeRow(at: number, obstacles: readonly Box[]): void {
    if (this.left.length === 0 || this.rows.length < at) return;
    const room = this.room(at, obstacles);
    const count = room ? fitting(this.left, room.right - room.left) : 0;
    if (room && count > 0) this.put(room, count, obstacles);
  }

  /** Where not a single mark fits, their number does. */
  takeNumber(obstacles: readonly Box[]): void {
    if (this.left.length === 0 || this.rows.length > 0) return;
    const room = this.room(0, obstacles);
    if (room && room.right - room.left >= moreWidth(this.left.length)) this.put(room, 0, obstacles);
  }

  private put(room: RowRoom, count: number, obstacles: readonly Box[]): void {
    this.rows.push({ ...room, marks: this.left.slice(0, count) });
    const label = labelBox(this.shifted());
    // A label that rises may meet what stands over it.
    if (obstacles.some((box) => touches(label, box, 2))) this.rows.pop();
    else this.left = this.left.slice(count);
  }

  finish(): NodeGeometry {
    const label = this.shifted();
    const { anchor } = label;
    if (this.place === 'over') this.readDown();
    const pills = pillsOf(this.rows, this.left, anchor);
    return { ...this.node, label: { ...label, notes: this.noteLines(label) }, pills };
  }

  /** Rows over a stage are found from the stage upwards, but read from the top. */
  private readDown(): void {
    let marks = [...this.rows.flatMap((row) => row.marks), ...this.left];
    const rows = [...this.rows].reverse().map((room) => {
      const count = fitting(marks, room.right - room.left);
      const row = { ...room, marks: marks.slice(0, count) };
      marks = marks.slice(count);
      return row;
    });
    this.rows.splice(0, rows.length, ...rows);
    this.left = marks;
  }

  /** The label, higher where rows stand under it and over the stage. */
  private shifted(): LabelGeometry {
    const { label } = this.node;
    return { ...label, x: this.labelX, y: label.y - this.risen() };
  }

  /** How far the label went up. */
  private risen(): number {
    return this.place === 'over' && this.rows.length > 0 ? this.rows.length * PILL_STEP + this.lift : 0;
  }

  private noteLines(label: LabelGeometry): readonly [Point, Point] {
    const { notes, x, y } = label;
    if (this.rows.length === 0) return notes;
    if (this.place === 'ring') {
      const beside = labelBox(label).right + 14;
      return [
        { x: beside, y },
        { x: beside + 80, y },
      ];
    }
    if (this.place === 'over') {
      const first = labelBox(label).top - 20;
      return [
        { x, y: first },
        { x, y: first + 16 },
      ];
    }
    const first = Math.max(...this.rows.map(({ top }) => top)) + PILL_HEIGHT + 14;
    return [
      { x, y: first },
      { x, y: first + 16 },
    ];
  }

  private room(row: number, obstacles: readonly Box[]): RowRoom | undefined {
    const { bounds } = this.around;
    const top = this.top(row);
    const band = { left: bounds.left, right: bounds.right, top, bottom: top + PILL_HEIGHT };
    if (this.place === 'ring') return this.ringRoom(band, obstacles);
    const lowest = this.place === 'over' || row === 0 ? band.bottom : band.bottom + this.notes;
    const highest =
      this.place === 'over'
        ? labelBox(this.shifted()).top - PILL_STEP - (this.rows.length === 0 ? this.lift : 0) - this.notes
        : band.top;
    if (lowest > bounds.bottom || highest < bounds.top) return undefined;
    return this.free(band, obstacles);
  }

  private top(row: number): number {
    const { label, y } = this.node;
    if (this.place === 'over') return labelBox(label).bottom - PILL_HEIGHT - row * PILL_STEP - this.lift - 2;
    if (this.place === 'ring') return y + 10 + row * PILL_STEP;
    return labelBox(label).bottom + 4 + row * PILL_STEP;
  }

  private ringRoom(band: Box, obstacles: readonly Box[]): RowRoom | undefined {
    if (band.bottom > (this.around.onRing?.bottom ?? 0)) return undefined;
    return this.free(band, obstacles);
  }

  /** The part of a row that is free, seen from the label. */
  private free(band: Box, obstacles: readonly Box[]): RowRoom | undefined {
    const { anchor } = this.node.label;
    const x = this.edge;
    const reach = Math.min(MIDDLE_REACH, 0.5 * this.around.ellipse.rx + BAND);
    const inset = this.place === 'ring' ? 0 : cornerInset(this.around, band);
    let left = anchor === 'start' ? x : band.left + inset;
    let right = anchor === 'end' ? x : band.right - inset;
    if (anchor === 'middle') [left, right] = [Math.max(left, x - reach), Math.min(right, x + reach)];
    for (const box of obstacles) {
      if (!touches({ ...band, left, right }, box, CLEAR)) continue;
      if (anchor === 'start' || (anchor === 'middle' && box.left > x))
        right = Math.min(right, box.left - CLEAR);
      else if (anchor === 'end' || box.right < x) left = Math.max(left, box.right + CLEAR);
      else return undefined;
    }
    if (anchor === 'middle') {
      const half = Math.min(x - left, right - x);
      [left, right] = [x - half, x + half];
    }
    return right > left ? { top: band.top, left, right } : undefined;
  }
}

/** How far a rounded corner of the bounds reaches into a row. */
function cornerInset({ bounds, corner }: LoopSurroundings, row: Box): number {
  const into = Math.max(bounds.top + corner - row.top, row.bottom - (bounds.bottom - corner), 0);
  return corner - Math.sqrt(Math.max(0, corner * corner - into * into));
}

function edgeOf({ label }: NodeGeometry, ellipse: Ellipse): number {
  if (label.anchor === 'middle') return label.x;
  const { top } = labelBox(label);
  const bottom = labelBox(label).bottom + 4 + ALIGNED_ROWS * PILL_STEP;
  const outer = outerX(ellipse, { left: 0, right: 0, top, bottom });
  return label.anchor === 'start'
    ? Math.max(label.x, ellipse.x + outer)
    : Math.min(label.x, ellipse.x - outer);
}

function liftOf({ label }: NodeGeometry, ellipse: Ellipse): number {
  if (label.anchor === 'middle') return 0;
  const reach = Math.abs(label.x - ellipse.x);
  const bottom = labelBox(label).bottom - 2;
  let lift = 0;
  const row = () => ({ left: 0, right: 0, top: bottom - PILL_HEIGHT - lift, bottom: bottom - lift });
  while (lift < HIGHEST_LIFT && outerX(ellipse, row()) > reach) lift += 2;
  return lift;
}

/** How far the band of the loop reaches to the side, at the height of `row`. */
function outerX({ y, rx, ry }: Ellipse, row: Box): number {
  const nearest = row.top > y ? row.top - y : row.bottom < y ? y - row.bottom : 0;
  const share = nearest / (ry + BAND);
  return share >= 1 ? 0 : (rx + BAND) * Math.sqrt(1 - share * share) + CLEAR;
}
