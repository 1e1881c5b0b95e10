import type { MarkWishes, NodeGeometry } from './geometry';
import type { Mark } from './overlay';
import { fitting, PILL_HEIGHT, PILL_STEP, pillsOf, type PillRow } from './pill-rows';

const MOST_ROWS = 3;
const NOTE_LINE = 16;
const EDGE = 8;

/** Puts marks under the label of a stage in a column; what finds no room is counted in a last pill. */
export function withColumnPills(
  node: NodeGeometry,
  wishes: MarkWishes | undefined,
  width: number,
): NodeGeometry {
  let left: readonly Mark[] = wishes?.marks.get(node.stage.id) ?? [];
  const rows: PillRow[] = [];
  const top = node.y + 14;
  while (left.length > 0 && rows.length < MOST_ROWS) {
    const room = { top: top + rows.length * PILL_STEP, left: node.label.x, right: width - EDGE };
    const count = Math.max(1, fitting(left, room.right - room.left));
    rows.push({ ...room, marks: left.slice(0, count) });
    left = left.slice(count);
  }
  if (rows.length === 0) return node;
  const noteY = top + (rows.length - 1) * PILL_STEP + PILL_HEIGHT + NOTE_LINE - 2;
  const [first, second] = node.label.notes;
  const notes = [
    { ...first, y: noteY },
    { ...second, y: noteY },
  ] as const;
  return { ...node, label: { ...node.label, notes }, pills: pillsOf(rows, left, 'start') };
}

/** How much further down the next stage begins. */
export function columnPillsHeight({ y, pills }: NodeGeometry, wishes: MarkWishes | undefined): number {
  const bottom = Math.max(0, ...pills.map((pill) => pill.y + PILL_HEIGHT));
  return bottom === 0 ? 0 : bottom - (y + 14) + (wishes?.notes === true ? NOTE_LINE - 6 : -6);
}
