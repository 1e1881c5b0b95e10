import type { Lifecycle, Stage } from '../catalog/schema/lifecycle';
import {
  arrowHead,
  domainRuns,
  px,
  type DiagramGeometry,
  type DomainGeometry,
  type FlowGeometry,
  type MarkWishes,
  type NodeGeometry,
} from './geometry';
import { columnPillsHeight, withColumnPills } from './column-pills';
import { CHARACTER_WIDTH, shorten } from './label-text';
import type { LoopLayout } from './layouts';
import { crossing, quadratic } from './loop-flows';

const RADIUS = 17;
const STEP = 56;
/** Left of the stages run the edges that go back. */
const TRACK_X = 74;
const CAPTION_HEIGHT = 24;
const TOP = 10;

/** Draws a lifecycle from top to bottom for a narrow panel; what flows back runs along the left side. */
export function columnGeometry(
  lifecycle: Lifecycle,
  stages: readonly Stage[],
  layout: LoopLayout,
  width: number,
  wishes?: MarkWishes,
): DiagramGeometry {
  const nodes: NodeGeometry[] = [];
  const domains: DomainGeometry[] = [];
  let y = TOP;
  for (const run of domainRuns(stages)) {
    const top = y + CAPTION_HEIGHT;
    y = top;
    for (const stage of run.stages) {
      const node = withColumnPills(columnNode(stage, run.index, y + STEP / 2, width), wishes, width);
      nodes.push(node);
      y += STEP + columnPillsHeight(node, wishes);
    }
    const last = nodes.at(-1)?.y ?? y;
    domains.push({
      name: run.name,
      index: run.index,
      path: `M${TRACK_X} ${top + RADIUS + 4} V${px(last + STEP / 2 - RADIUS - 4)}`,
      caption: { x: TRACK_X + RADIUS + 14, y: top + 2 },
    });
  }
  return {
    width,
    height: y + TOP,
    orientation: 'column',
    nodes,
    flows: columnFlows(lifecycle, nodes, layout),
    domains,
    stores: [],
    around: undefined,
    hub: undefined,
  };
}

function columnNode(stage: Stage, domain: number, y: number, width: number): NodeGeometry {
  const x = TRACK_X + RADIUS + 14;
  const length = Math.max(10, Math.floor((width - x - 64) / CHARACTER_WIDTH));
  return {
    stage,
    x: TRACK_X,
    y,
    radius: RADIUS,
    domain,
    label: {
      x,
      y: y + 5,
      anchor: 'start',
      lines: [stage.title.length <= length ? stage.title : shorten(stage.shortTitle, length)],
      notes: [
        { x, y: y + 21 },
        { x: x + 80, y: y + 21 },
      ],
      noteLength: length - 13,
    },
    badge: { x: width - 34, y },
    pills: [],
  };
}

function columnFlows(
  lifecycle: Lifecycle,
  nodes: readonly NodeGeometry[],
  layout: LoopLayout,
): FlowGeometry[] {
  const order = new Map(nodes.map((node, at) => [node.stage.id, at]));
  return lifecycle.flows.flatMap((flow): FlowGeometry[] => {
    const from = nodes[order.get(flow.from) ?? -1];
    const to = nodes[order.get(flow.to) ?? -1];
    if (!from || !to || from === to) return [];
    const apart = (order.get(flow.to) ?? 0) - (order.get(flow.from) ?? 0);
    if (apart === 1) return [{ ...flow, ...straightDown(from, to), kind: 'step' }];
    const reach = TRACK_X - Math.min(2 * TRACK_X - 18, 44 + Math.abs(apart) * 13);
    const control = { x: reach, y: (from.y + to.y) / 2 };
    return [{ ...flow, ...quadratic(from, control, to), kind: crossing(flow, layout) }];
  });
}

function straightDown(from: NodeGeometry, to: NodeGeometry) {
  const tip = { x: to.x, y: to.y - to.radius - 4 };
  return {
    path: `M${px(from.x)} ${px(from.y + from.radius + 4)} V${px(tip.y - 4)}`,
    head: arrowHead(tip, Math.PI / 2),
    middle: { x: from.x, y: (from.y + to.y) / 2 },
  };
}
