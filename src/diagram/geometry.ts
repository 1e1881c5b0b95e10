import type { Stage } from '../catalog/schema/lifecycle';
import type { Mark } from './overlay';

/** Where everything of the diagram is drawn, in pixels. A layout makes it; the components only draw it. */
export interface DiagramGeometry {
  readonly width: number;
  readonly height: number;
  readonly orientation: 'loop' | 'column';
  readonly nodes: readonly NodeGeometry[];
  readonly flows: readonly FlowGeometry[];
  readonly domains: readonly DomainGeometry[];
  readonly stores: readonly StoreGeometry[];
  /** The stage that holds for all others, and its ring as a path. */
  readonly around: { readonly stage: string; readonly path: string } | undefined;
  /** The free middle of a loop. */
  readonly hub: HubGeometry | undefined;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box for text; `x` and `y` are its centre. */
export interface HubGeometry extends Point {
  readonly width: number;
  readonly height: number;
}

export type Anchor = 'start' | 'middle' | 'end';

export interface LabelGeometry extends Point {
  readonly anchor: Anchor;
  readonly lines: readonly string[];
  /** Baselines of the two lines that say "You are here" and name the file. */
  readonly notes: readonly [Point, Point];
  /** Characters that fit into a note. */
  readonly noteLength: number;
}

export interface NodeGeometry extends Point {
  readonly stage: Stage;
  readonly radius: number;
  readonly domain: number;
  readonly label: LabelGeometry;
  /** Centre of the badge with the count. */
  readonly badge: Point;
  /** The marks of an overlay, as many as there is room for. */
  readonly pills: readonly PillGeometry[];
}

/** A mark in its box, or the number of marks that found no room; `x` and `y` are its upper left corner. */
export interface PillGeometry extends Point {
  readonly width: number;
  readonly height: number;
  readonly mark: Mark | undefined;
  /** Of the last pill where not all marks fit: those that are left out. */
  readonly more: readonly Mark[];
}

/** What an overlay wants drawn at the stages. */
export interface MarkWishes {
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  /** Keep room for the lines that name the file in front. */
  readonly notes: boolean;
}

export interface FlowGeometry {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly path: string;
  readonly head: string;
  /** A point half-way along it. */
  readonly middle: Point;
  /**
   * `step` follows the loop. What crosses it and belongs to its meaning is a `return` where it goes back and a `cross` where
   * it goes on; a `chord` shows only on demand.
   */
  readonly kind: 'step' | 'return' | 'cross' | 'chord';
}

export interface DomainGeometry {
  readonly name: string;
  /** Place among the domains, which decides the colour. */
  readonly index: number;
  readonly path: string;
  /** Where the name stands, when the layout has room for it. */
  readonly caption: Point | undefined;
}

export interface StoreGeometry extends Point {
  readonly title: string;
  readonly label: Point & { readonly anchor: Anchor };
}

/** The domains of the stages in order of appearance. */
export function domainsOf(stages: readonly Stage[]): string[] {
  return [...new Set(stages.map((stage) => stage.domain))];
}

/** Neighbouring stages of one domain; a domain that comes back later makes another run. */
export interface DomainRun {
  readonly name: string;
  readonly index: number;
  readonly stages: readonly [Stage, ...Stage[]];
}

/** Cuts the stages, in their order, into runs of one domain each. */
export function domainRuns(stages: readonly Stage[]): DomainRun[] {
  const names = domainsOf(stages);
  const runs: DomainRun[] = [];
  for (const stage of stages) {
    const last = runs.at(-1);
    if (last?.name === stage.domain) runs[runs.length - 1] = { ...last, stages: [...last.stages, stage] };
    else runs.push({ name: stage.domain, index: names.indexOf(stage.domain), stages: [stage] });
  }
  return runs;
}

/** A number for a path, short enough to read. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The path of an arrowhead whose tip is at `tip`, pointing along `direction` (radians, 0 is to the right). */
export function arrowHead(tip: Point, direction: number, size = 7): string {
  const corner = (turn: number) =>
    `${px(tip.x - size * Math.cos(direction + turn))} ${px(tip.y - size * Math.sin(direction + turn))}`;
  return `M${px(tip.x)} ${px(tip.y)} L${corner(0.5)} L${corner(-0.5)} Z`;
}
