import type { Ellipse } from './ellipse';
import type { HubGeometry } from './geometry';

/** Half the width of the band the stages stand in, and a little air. */
const RIM = 40;
/** Share of the loop's inner width that the text takes; the rest makes room for lines above each other. */
const SHARE = 0.72;

/** Average width of a character of the hub's text, and what its lines take; texts are measured before they are drawn. */
const CHARACTER = 6.4;
const LINE = 17;
const TITLE = 20;
const GAP = 12;
const PADDING = { across: 8, down: 14 };
/** The number of the stage before each flow. */
const FLOW_INDENT = 32;
const FLOW_GAP = 3;
/** The circle before the name of a domain. */
const SWATCH = 15;

/** The text box that fits into the middle of a loop without touching its stages. */
export function hubOf(loop: Ellipse): HubGeometry {
  const inner = { x: Math.max(0, loop.rx - RIM), y: Math.max(0, loop.ry - RIM) };
  const width = 2 * inner.x * SHARE;
  const height = 2 * inner.y * Math.sqrt(1 - SHARE * SHARE);
  return { x: loop.x, y: loop.y, width, height };
}

/** Whether a title, the line under it and the flows fit into the hub without a word being cut. */
export function flowsFit(hub: HubGeometry, title: string, line: string, flows: readonly string[]): boolean {
  const width = hub.width - 2 * PADDING.across;
  const rows = flows.map((flow) => LINE * linesOf(flow, width - FLOW_INDENT) + FLOW_GAP);
  const height =
    TITLE * linesOf(title, width) +
    LINE * linesOf(line, width) +
    GAP +
    rows.reduce((sum, row) => sum + row, 0);
  return height + 2 * PADDING.down <= hub.height;
}

/** Whether the names of the domains fit under the number of findings without a word being cut. */
export function legendFits(hub: HubGeometry, names: readonly string[]): boolean {
  const width = hub.width - 2 * PADDING.across - SWATCH;
  const rows = names.map((name) => LINE * linesOf(name, width) + 2);
  const height = 2 * TITLE + LINE + GAP + rows.reduce((sum, row) => sum + row, 0);
  return height + 2 * PADDING.down <= hub.height;
}

/** Lines a text takes when it is broken at spaces; infinitely many when a word is wider than the line. */
function linesOf(text: string, width: number): number {
  const fits = Math.floor(width / CHARACTER);
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (word.length > fits) return Infinity;
    const next = used === 0 ? word.length : used + 1 + word.length;
    if (next > fits) lines += 1;
    used = next > fits ? word.length : next;
  }
  return lines;
}
