import type { Lifecycle } from '../catalog/schema/lifecycle';
import { clockwise, type Ellipse } from './ellipse';
import { arrowHead, px, type FlowGeometry, type NodeGeometry, type Point } from './geometry';
import type { LoopLayout } from './layouts';

/** Space between a node and the line that leaves or reaches it. */
const GAP = 5;

/**
 * The edges of a loop: along it to the next stage, across it to any other. The ring of a stage that surrounds the loop
 * stands for that stage's edges.
 */
export function loopFlows(
  lifecycle: Lifecycle,
  layout: LoopLayout,
  ellipse: Ellipse,
  nodes: readonly NodeGeometry[],
): FlowGeometry[] {
  const byId = new Map(nodes.map((node) => [node.stage.id, node]));
  const order = Object.entries(layout.degrees).sort(([, a], [, b]) => a - b);
  const next = new Map(order.map(([id], at) => [id, order[(at + 1) % order.length]?.[0]]));
  return lifecycle.flows.flatMap((flow): FlowGeometry[] => {
    const from = byId.get(flow.from);
    const to = byId.get(flow.to);
    const start = layout.degrees[flow.from];
    const end = layout.degrees[flow.to];
    if (!from || !to || start === undefined || end === undefined || from === to) return [];
    return next.get(flow.from) === flow.to
      ? [{ ...flow, ...step(start, end, from.radius, ellipse), kind: 'step' }]
      : [{ ...flow, ...chord(from, to, start, end, ellipse), kind: crossing(flow, layout) }];
  });
}

/** Whether an edge off the loop is always drawn, and if so whether it goes back. */
export function crossing(
  { from, to }: Lifecycle['flows'][number],
  { returns, degrees }: LoopLayout,
): 'return' | 'cross' | 'chord' {
  if (!returns.includes(`${from} ${to}`)) return 'chord';
  return (degrees[to] ?? 0) > (degrees[from] ?? 0) ? 'cross' : 'return';
}

function step(start: number, end: number, radius: number, ellipse: Ellipse) {
  const from = ellipse.along(start, radius + GAP);
  const to = ellipse.along(start + clockwise(start, end), -(radius + GAP));
  return {
    path: ellipse.arc(from, ellipse.along(to, -4)),
    head: arrowHead(ellipse.at(to), ellipse.direction(to)),
    middle: ellipse.at((from + to) / 2),
  };
}

/** Bows towards the middle, the more the further apart the two stages are. */
function chord(from: NodeGeometry, to: NodeGeometry, start: number, end: number, ellipse: Ellipse) {
  const turn = clockwise(start, end);
  const middle = turn <= 180 ? start + turn / 2 : end + (360 - turn) / 2;
  const apart = Math.min(turn, 360 - turn);
  const control = ellipse.at(middle, Math.max(0.2, 0.98 - apart * 0.004));
  return quadratic(from, control, to);
}

/** A curve between the rims of two nodes, with an arrowhead at its end. */
export function quadratic(from: NodeGeometry, control: Point, to: NodeGeometry) {
  const start = rim(from, control, GAP);
  const tip = rim(to, control, GAP);
  const end = rim(to, control, GAP + 4);
  return {
    path: `M${px(start.x)} ${px(start.y)} Q${px(control.x)} ${px(control.y)} ${px(end.x)} ${px(end.y)}`,
    head: arrowHead(tip, Math.atan2(tip.y - control.y, tip.x - control.x)),
    middle: { x: (start.x + 2 * control.x + end.x) / 4, y: (start.y + 2 * control.y + end.y) / 4 },
  };
}

function rim(node: NodeGeometry, towards: Point, gap: number): Point {
  const angle = Math.atan2(towards.y - node.y, towards.x - node.x);
  const distance = node.radius + gap;
  return { x: node.x + distance * Math.cos(angle), y: node.y + distance * Math.sin(angle) };
}
