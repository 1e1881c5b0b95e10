import type { Box } from './box';
import type { Anchor, LabelGeometry, NodeGeometry, Point } from './geometry';
import { textWidth } from './text-width';

const FONT = 13;
const LINE = 16;

/** The rectangle that the lines of a label take. */
export function labelBox({ x, y, anchor, lines }: LabelGeometry): Box {
  const width = Math.max(0, ...lines.map((line) => textWidth(line, FONT)));
  return { ...across(x, width, anchor), top: y - 12, bottom: y + (lines.length - 1) * LINE + 4 };
}

/** The rectangle of one line of text with its baseline at `at`. */
export function lineBox(text: string, at: Point & { readonly anchor: Anchor }, fontSize: number): Box {
  return { ...across(at.x, textWidth(text, fontSize), at.anchor), top: at.y - fontSize, bottom: at.y + 4 };
}

/** The rectangle of a stage's disc with its badge and the mark of the focus. */
export function discBox({ x, y, radius, badge }: NodeGeometry): Box {
  const ring = radius + 8;
  return {
    left: x - ring,
    top: Math.min(y - ring, badge.y - 10),
    right: Math.max(x + ring, badge.x + 20),
    bottom: y + ring,
  };
}

function across(x: number, width: number, anchor: Anchor): Pick<Box, 'left' | 'right'> {
  if (anchor === 'start') return { left: x, right: x + width };
  if (anchor === 'end') return { left: x - width, right: x };
  return { left: x - width / 2, right: x + width / 2 };
}
