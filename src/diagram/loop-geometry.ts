import type { Lifecycle, Stage } from '../catalog/schema/lifecycle';
import { Ellipse } from './ellipse';
import {
  domainRuns,
  domainsOf,
  px,
  type Anchor,
  type DiagramGeometry,
  type DomainGeometry,
  type DomainRun,
  type LabelGeometry,
  type MarkWishes,
  type NodeGeometry,
  type Point,
  type StoreGeometry,
} from './geometry';
import { hubOf } from './hub-room';
import { CHARACTER_WIDTH, twoLines } from './label-text';
import type { LoopLayout } from './layouts';
import { loopFlows } from './loop-flows';
import { withPills, type LoopSurroundings } from './loop-pills';
import { PILL_STEP } from './pill-rows';

const LINE_HEIGHT = 16;
const NODE_RADIUS = 25;
/** Room for a label beside the loop. */
const LABEL_WIDTH = 128;
/** Clear of the band that the nodes stand in. */
const LABEL_GAP = 14;
const FRAME_INSET = 14;
/** Room between the loop and its frame, for the labels over and under it. */
const FRAME_ROOM = 92;
const FRAME_NOTES = 28;
/** Room beside the loop at most, where pills stand there. */
const WIDEST_BESIDE = 220;
/** In a drawing lower than this there is one row of pills over and under the loop instead of two. */
const LOW = 640;
/** Pills keep this far from the edge of the drawing. */
const EDGE = 6;
/** The mark of the focus around a node. */
const RING = 11;
/** How much taller than wide a loop becomes to fill a narrow panel. */
const TALLEST = 1.65;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Draws a lifecycle as a loop that fills `size`, with the marks of an overlay where there is one. */
export function loopGeometry(
  lifecycle: Lifecycle,
  stages: readonly Stage[],
  layout: LoopLayout,
  size: Size,
  wishes?: MarkWishes,
): DiagramGeometry {
  const framed = layout.around !== undefined;
  const room = roomFor(size, wishes);
  const ellipse = fit(size, framed, room);
  const frame = framed ? frameAround(ellipse, size.width, room) : undefined;
  const domains = domainsOf(stages);
  const nodes = stages.flatMap((stage): NodeGeometry[] => {
    const degrees = layout.degrees[stage.id];
    const domain = domains.indexOf(stage.domain);
    if (degrees !== undefined) return [loopNode(stage, domain, ellipse, degrees, room)];
    return frame ? [frameNode(stage, domain, frame)] : [];
  });
  const stores = layout.stores.map(({ title, degrees }) => storeAt(title, degrees, ellipse));
  return {
    ...size,
    orientation: 'loop',
    nodes: wishes
      ? withPills(nodes, wishes, surroundings(size, ellipse, stores, layout.around, frame))
      : nodes,
    flows: loopFlows(lifecycle, layout, ellipse, nodes),
    domains: domainRuns(stages).flatMap((run) => domainBand(run, layout, ellipse)),
    stores,
    around:
      frame && layout.around !== undefined ? { stage: layout.around, path: framePath(frame) } : undefined,
    hub: hubOf(ellipse),
  };
}

/** What labels and pills take of the drawing. */
interface LabelRoom {
  readonly beside: number;
  /** Height for pills over and under the loop. */
  readonly rows: number;
  /** Lines over the topmost stage. */
  readonly lines: number;
  /** Between the lowest stage and the frame, for its notes. */
  readonly notes: number;
}

function roomFor({ width, height }: Size, wishes: MarkWishes | undefined): LabelRoom {
  if (!wishes) return { beside: LABEL_WIDTH, rows: 0, lines: 3.4, notes: FRAME_NOTES };
  const beside = Math.min(WIDEST_BESIDE, Math.max(LABEL_WIDTH, width * 0.19));
  return {
    beside,
    rows: (height < LOW ? 1 : 2) * PILL_STEP + 6,
    lines: wishes.notes ? 3.4 : 1.6,
    notes: wishes.notes ? FRAME_NOTES : 0,
  };
}

function fit({ width, height }: Size, framed: boolean, { beside, rows, lines, notes }: LabelRoom): Ellipse {
  const inset = framed ? FRAME_INSET : 0;
  const rx = Math.max(90, width / 2 - beside - LABEL_GAP - NODE_RADIUS - inset);
  // Notes stand over the label of the topmost stage; under the lowest ones there is a label at most.
  const over =
    rows + (framed ? FRAME_ROOM + NODE_RADIUS + RING : NODE_RADIUS + LABEL_GAP + lines * LINE_HEIGHT);
  const under = framed ? over + rows + notes : rows + NODE_RADIUS + LABEL_GAP + 1.9 * LINE_HEIGHT;
  const ry = Math.max(90, Math.min((height - over - under) / 2, rx * TALLEST));
  return new Ellipse(width / 2, (height + over - under) / 2, rx, ry);
}

function storeAt(title: string, degrees: number, ellipse: Ellipse): StoreGeometry {
  const at = ellipse.at(degrees);
  const { x, y, anchor } = outsideLabel(at, ellipse.outward(degrees), NODE_RADIUS + LABEL_GAP);
  return { title, ...at, label: { x, y, anchor } };
}

function surroundings(
  { width, height }: Size,
  ellipse: Ellipse,
  stores: readonly StoreGeometry[],
  around: string | undefined,
  frame: Frame | undefined,
): LoopSurroundings {
  const whole = { left: EDGE, top: EDGE, right: width - EDGE, bottom: height - EDGE };
  if (!frame || around === undefined) return { ellipse, bounds: whole, corner: 0, stores, onRing: undefined };
  const inside = 10;
  return {
    ellipse,
    bounds: {
      left: frame.left + inside,
      top: frame.top + inside,
      right: frame.left + frame.width - inside,
      bottom: frame.top + frame.height - inside,
    },
    corner: cornerOf(frame),
    stores,
    onRing: { stage: around, bottom: height - EDGE },
  };
}

function loopNode(
  stage: Stage,
  domain: number,
  ellipse: Ellipse,
  degrees: number,
  { beside }: LabelRoom,
): NodeGeometry {
  const at = ellipse.at(degrees);
  return {
    stage,
    ...at,
    radius: NODE_RADIUS,
    domain,
    label: nodeLabel(stage, at, ellipse.outward(degrees), beside),
    badge: badgeOf(at),
    pills: [],
  };
}

function nodeLabel(stage: Stage, at: Point, outward: Point, width: number): LabelGeometry {
  const lines = twoLines(stage.shortTitle, Math.floor(width / CHARACTER_WIDTH));
  const { x, y, anchor, vertical } = outsideLabel(at, outward, NODE_RADIUS + LABEL_GAP);
  const height = (lines.length - 1) * LINE_HEIGHT;
  const first = vertical === 'over' ? y - height : vertical === 'under' ? y : y - height / 2;
  const note = vertical === 'over' ? first - 2 * LINE_HEIGHT : first + height + LINE_HEIGHT;
  return {
    x,
    y: first,
    anchor,
    lines,
    notes: [
      { x, y: note },
      { x, y: note + LINE_HEIGHT },
    ],
    noteLength: vertical === 'beside' ? 20 : 32,
  };
}

/** Over the rim, so that a wide badge does not cover the number. */
function badgeOf(at: Point): Point {
  return { x: at.x + NODE_RADIUS * 0.6, y: at.y - NODE_RADIUS * 0.95 };
}

/** Where text outside the loop begins: `distance` away from a point of it, over, under or beside. */
function outsideLabel(at: Point, outward: Point, distance: number) {
  const x = at.x + outward.x * distance;
  const y = at.y + outward.y * distance + 4 + outward.y * 5;
  if (Math.abs(outward.x) < 0.25) {
    return { x, y, anchor: 'middle' as Anchor, vertical: outward.y < 0 ? 'over' : 'under' };
  }
  if (outward.x > 0 && outward.y < -0.25) {
    // The badge stands at the upper right, so the label keeps to the right of it.
    return { x: at.x + distance + 8, y: at.y - 2, anchor: 'start' as Anchor, vertical: 'beside' };
  }
  return { x, y, anchor: (outward.x > 0 ? 'start' : 'end') as Anchor, vertical: 'beside' };
}

function domainBand(
  { name, index, stages }: DomainRun,
  layout: LoopLayout,
  ellipse: Ellipse,
): DomainGeometry[] {
  const degrees = stages.flatMap((stage) => layout.degrees[stage.id] ?? []);
  if (degrees.length === 0) return [];
  // A domain of one stage still needs a length, or its round ends are not drawn.
  const from = ellipse.along(Math.min(...degrees), -0.5);
  const to = ellipse.along(Math.max(...degrees), 0.5);
  return [{ name, index, path: ellipse.arc(from, to), caption: undefined }];
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function frameAround(ellipse: Ellipse, width: number, { rows, notes }: LabelRoom): Frame {
  const half = ellipse.ry + FRAME_ROOM + rows;
  const height = 2 * half + notes;
  return { left: FRAME_INSET, top: ellipse.y - half, width: width - 2 * FRAME_INSET, height };
}

function frameNode(stage: Stage, domain: number, frame: Frame): NodeGeometry {
  const at = { x: frame.left + frame.width / 2, y: frame.top + frame.height };
  const x = at.x + NODE_RADIUS + LABEL_GAP;
  return {
    stage,
    ...at,
    radius: NODE_RADIUS,
    domain,
    label: {
      x,
      y: at.y - 8,
      anchor: 'start',
      lines: [stage.shortTitle],
      notes: [
        { x, y: at.y + 15 },
        { x: x + 80, y: at.y + 15 },
      ],
      noteLength: 22,
    },
    badge: badgeOf(at),
    pills: [],
  };
}

function cornerOf({ width }: Frame): number {
  return Math.min(90, width / 4);
}

function framePath(frame: Frame): string {
  const { left, top, width, height } = frame;
  const corner = cornerOf(frame);
  const across = px(width - 2 * corner);
  const down = px(height - 2 * corner);
  const turn = (x: number, y: number) => `a${px(corner)} ${px(corner)} 0 0 1 ${px(x)} ${px(y)}`;
  return (
    `M${px(left + corner)} ${px(top)} h${across} ${turn(corner, corner)} v${down} ${turn(-corner, corner)} ` +
    `h-${across} ${turn(-corner, -corner)} v-${down} ${turn(corner, -corner)} Z`
  );
}
