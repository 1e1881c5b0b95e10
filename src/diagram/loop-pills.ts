import { touches, type Box } from './box';
import type { Ellipse } from './ellipse';
import type { LabelGeometry, MarkWishes, NodeGeometry, Point, StoreGeometry } from './geometry';
import { discBox, labelBox, lineBox } from './label-box';
import type { Mark } from './overlay';
import { fitting, PILL_HEIGHT, PILL_STEP, pillsOf, rowBox, type PillRow, type RowRoom } from './pill-rows';

/** Rows of pills at one stage. */
const MOST_ROWS = 4;
/** Half the width of the band the stages stand in, the mark of the focus and a little air. */
const BAND = 40;
/** Between pills and what stands beside them. */
const CLEAR = 7;
const NOTE_LINES = 32;
/** Half the width of rows over or under the loop. */
const MIDDLE_REACH = 210;

/** What pills must keep clear of. */
export interface LoopSurroundings {
  readonly ellipse: Ellipse;
  /** Pills stay inside. */
  readonly bounds: Box;
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
  const fixed = [
    ...nodes.map(discBox),
    ...around.stores.flatMap((store) => [
      lineBox(store.title, store.label, 11),
      { left: store.x - 8, top: store.y - 10, right: store.x + 8, bottom: store.y + 10 },
    ]),
  ];
  for (let row = 0; row < MOST_ROWS; row += 1) {
    for (const stage of open) {
      const others = open.filter((other) => other !== stage).flatMap((other) => other.boxes());
      stage.takeRow(row, [...fixed, ...others]);
    }
  }
  return open.map((stage) => stage.finish());
}

/** A stage while its rows are filled. */
class OpenStage {
  private readonly rows: PillRow[] = [];
  private left: readonly Mark[];
  private readonly place: 'over' | 'below' | 'ring';

  constructor(
    private readonly node: NodeGeometry,
    marks: readonly Mark[],
    private readonly around: LoopSurroundings,
    private readonly notes: number,
  ) {
    this.left = marks;
    const { label } = node;
    this.place =
      around.onRing?.stage === node.stage.id
        ? 'ring'
        : label.anchor === 'middle' && label.y < node.y
          ? 'over'
          : 'below';
  }

  /** What others must keep clear of. */
  boxes(): Box[] {
    const label = this.shifted();
    return [labelBox(label), ...this.rows.map((row) => rowBox(row, this.left, label.anchor))];
  }

  takeRow(at: number, obstacles: readonly Box[]): void {
    if (this.left.length === 0 || this.rows.length < at) return;
    const room = this.room(at, obstacles);
    const count = room ? fitting(this.left, room.right - room.left) : 0;
    if (!room || count === 0) return;
    this.rows.push({ ...room, marks: this.left.slice(0, count) });
    this.left = this.left.slice(count);
  }

  finish(): NodeGeometry {
    const label = this.shifted();
    const { anchor } = label;
    const pills = pillsOf(this.place === 'over' ? this.readDown() : this.rows, this.left, anchor);
    return { ...this.node, label: { ...label, notes: this.noteLines(label) }, pills };
  }

  /** Rows over a stage are found from the stage upwards, but read from the top. */
  private readDown(): PillRow[] {
    const places = [...this.rows].reverse();
    const width = Math.min(...places.map(({ left, right }) => right - left));
    let marks = this.rows.flatMap((row) => row.marks);
    return places.map((place, at) => {
      const count = at === places.length - 1 ? marks.length : fitting(marks, width);
      const row = { ...place, marks: marks.slice(0, count) };
      marks = marks.slice(count);
      return row;
    });
  }

  /** The label, higher where rows stand under it and over the stage. */
  private shifted(): LabelGeometry {
    const { label } = this.node;
    const up = this.place === 'over' ? this.rows.length * PILL_STEP : 0;
    return { ...label, y: label.y - up };
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
    const up = this.place === 'over' ? this.rows.length * PILL_STEP : 0;
    if (up > 0)
      return [
        { ...notes[0], y: notes[0].y - up },
        { ...notes[1], y: notes[1].y - up },
      ];
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
    const lowest = this.place === 'over' ? band.bottom : band.bottom + this.notes;
    const highest = this.place === 'over' ? labelBox(this.shifted()).top - PILL_STEP - this.notes : band.top;
    if (lowest > bounds.bottom || highest < bounds.top) return undefined;
    return this.free(band, obstacles);
  }

  private top(row: number): number {
    const { label, y } = this.node;
    if (this.place === 'over') return labelBox(label).bottom - PILL_HEIGHT - row * PILL_STEP - 2;
    if (this.place === 'ring') return y + 10 + row * PILL_STEP;
    return labelBox(label).bottom + 4 + row * PILL_STEP;
  }

  private ringRoom(band: Box, obstacles: readonly Box[]): RowRoom | undefined {
    if (band.bottom > (this.around.onRing?.bottom ?? 0)) return undefined;
    return this.free({ ...band, left: this.node.label.x }, obstacles);
  }

  /** The part of a row that is free, seen from the label. */
  private free(band: Box, obstacles: readonly Box[]): RowRoom | undefined {
    const { x, anchor } = this.node.label;
    const outer = outerX(this.around.ellipse, band);
    const { x: middle } = this.around.ellipse;
    let left = anchor === 'start' ? Math.max(x, this.place === 'ring' ? x : middle + outer) : band.left;
    let right = anchor === 'end' ? Math.min(x, middle - outer) : band.right;
    if (anchor === 'middle')
      [left, right] = [Math.max(left, x - MIDDLE_REACH), Math.min(right, x + MIDDLE_REACH)];
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

/** How far the band of the loop reaches to the side, at the height of `row`. */
function outerX({ y, rx, ry }: Ellipse, row: Box): number {
  const nearest = row.top > y ? row.top - y : row.bottom < y ? y - row.bottom : 0;
  const share = nearest / (ry + BAND);
  return share >= 1 ? 0 : (rx + BAND) * Math.sqrt(1 - share * share) + CLEAR;
}
