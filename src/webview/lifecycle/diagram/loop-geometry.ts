import type { Lifecycle, Stage } from '../../../catalog/schema/lifecycle';
import { Ellipse } from './ellipse';
import {
  domainsOf,
  px,
  type Anchor,
  type DiagramGeometry,
  type LabelGeometry,
  type NodeGeometry,
  type Point,
} from './geometry';
import { CHARACTER_WIDTH, twoLines } from './label-text';
import type { LoopLayout } from './layouts';
import { loopFlows } from './loop-flows';

const LINE_HEIGHT = 16;
const NODE_RADIUS = 25;
/** Room for a label beside the loop. */
const LABEL_WIDTH = 118;
const LABEL_GAP = 10;
const FRAME_INSET = 22;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Draws a lifecycle as a loop that fills `size`. */
export function loopGeometry(
  lifecycle: Lifecycle,
  stages: readonly Stage[],
  layout: LoopLayout,
  size: Size,
): DiagramGeometry {
  const inset = layout.around === undefined ? 0 : FRAME_INSET;
  const ellipse = fit(size, inset);
  const domains = domainsOf(stages);
  const place = (stage: Stage): NodeGeometry => {
    const degrees = layout.degrees[stage.id];
    const domain = domains.indexOf(stage.domain);
    return degrees === undefined ? frameNode(stage, domain, size) : loopNode(stage, domain, ellipse, degrees);
  };
  const nodes = stages.map(place);
  return {
    ...size,
    orientation: 'loop',
    nodes,
    flows: loopFlows(lifecycle, layout, ellipse, nodes),
    domains: domains.flatMap((name) => domainBand(name, stages, layout, ellipse)),
    stores: layout.stores.map(({ title, degrees }) => {
      const at = ellipse.at(degrees);
      const { x, y, anchor } = sideLabel(at, degrees, 12);
      return { title, ...at, label: { x, y, anchor } };
    }),
    around: layout.around === undefined ? undefined : framePath(size),
    hub: { x: ellipse.x, y: ellipse.y, width: ellipse.rx * 1.16 },
  };
}

function fit({ width, height }: Size, inset: number): Ellipse {
  const rx = Math.max(90, width / 2 - LABEL_WIDTH - LABEL_GAP - NODE_RADIUS - inset);
  const ry = height / 2 - NODE_RADIUS - 2.6 * LINE_HEIGHT - LABEL_GAP - inset;
  return new Ellipse(width / 2, height / 2, rx, Math.max(90, Math.min(ry, rx * 1.2)));
}

function loopNode(stage: Stage, domain: number, ellipse: Ellipse, degrees: number): NodeGeometry {
  const at = ellipse.at(degrees);
  return {
    stage,
    ...at,
    radius: NODE_RADIUS,
    domain,
    label: nodeLabel(stage, at, degrees),
    badge: { x: at.x + NODE_RADIUS * 0.8, y: at.y - NODE_RADIUS * 0.8 },
  };
}

function nodeLabel(stage: Stage, at: Point, degrees: number): LabelGeometry {
  const lines = twoLines(stage.shortTitle, Math.floor(LABEL_WIDTH / CHARACTER_WIDTH));
  const { x, y, anchor, vertical } = sideLabel(at, degrees, NODE_RADIUS);
  const height = (lines.length - 1) * LINE_HEIGHT;
  const first = vertical === 'over' ? y - height : vertical === 'under' ? y : y - height / 2;
  const noteY = vertical === 'over' ? first - LINE_HEIGHT : first + height + LINE_HEIGHT;
  return { x, y: first, anchor, lines, note: { x, y: noteY }, noteLength: vertical === 'beside' ? 18 : 30 };
}

/** Where text outside the loop begins: over, under or beside a mark of the given radius. */
function sideLabel(at: Point, degrees: number, radius: number) {
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cos = Math.cos((degrees * Math.PI) / 180);
  if (Math.abs(sin) < 0.25) {
    const over = cos > 0;
    const y = over ? at.y - radius - LABEL_GAP : at.y + radius + LABEL_GAP + 10;
    return { x: at.x, y, anchor: 'middle' as Anchor, vertical: over ? 'over' : 'under' };
  }
  const away = Math.sign(sin) * (radius + LABEL_GAP);
  const y = at.y + 4 - cos * (Math.abs(cos) > 0.7 ? 8 : 0);
  const anchor: Anchor = sin > 0 ? 'start' : 'end';
  return { x: at.x + away, y, anchor, vertical: 'beside' };
}

function domainBand(name: string, stages: readonly Stage[], layout: LoopLayout, ellipse: Ellipse) {
  const degrees = stages.flatMap((stage) =>
    stage.domain === name && layout.degrees[stage.id] !== undefined ? [layout.degrees[stage.id] ?? 0] : [],
  );
  if (degrees.length === 0) return [];
  const from = ellipse.along(Math.min(...degrees), -NODE_RADIUS * 0.55);
  const to = ellipse.along(Math.max(...degrees), NODE_RADIUS * 0.55);
  return [{ name, path: ellipse.arc(from, to), caption: undefined }];
}

function frameNode(stage: Stage, domain: number, { width, height }: Size): NodeGeometry {
  const at = { x: width / 2, y: height - FRAME_INSET };
  const radius = NODE_RADIUS - 4;
  const x = at.x + radius + LABEL_GAP;
  return {
    stage,
    ...at,
    radius,
    domain,
    label: {
      x,
      y: at.y + 16,
      anchor: 'start',
      lines: [stage.shortTitle],
      note: { x: at.x - radius - LABEL_GAP, y: at.y + 16 },
      noteLength: 0,
    },
    badge: { x: at.x + radius * 0.8, y: at.y - radius * 0.8 },
  };
}

function framePath({ width, height }: Size): string {
  const edge = FRAME_INSET;
  const corner = 48;
  const across = width - 2 * edge - 2 * corner;
  const down = height - 2 * edge - 2 * corner;
  const turn = (x: number, y: number) => `a${corner} ${corner} 0 0 1 ${x} ${y}`;
  return (
    `M${edge + corner} ${edge} h${px(across)} ${turn(corner, corner)} v${px(down)} ${turn(-corner, corner)} ` +
    `h${px(-across)} ${turn(-corner, -corner)} v${px(-down)} ${turn(corner, -corner)} Z`
  );
}
