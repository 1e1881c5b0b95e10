import type { Glyph, LegendItem, Tone } from '../overlay';

/** The way from what a project starts from to what runs it: the columns of the drawing, from left to right. */
export const LINEAGE_PLACES = ['source', 'training', 'model', 'service'] as const;
export type LineagePlace = (typeof LINEAGE_PLACES)[number];

/** Something on the way: a dataset, a training script, a model, what serves it. Texts are plain and of one line. */
export interface LineageNode {
  readonly id: string;
  readonly place: LineagePlace;
  /** What it is, for one and for many: `dataset` and `datasets`. Nodes of one kind are folded together. */
  readonly kind: readonly [one: string, many: string];
  readonly name: string;
  /** What is known of it: `open weights, pinned`; may be empty. */
  readonly note: string;
  readonly glyph: Glyph;
  readonly tone: Tone;
  /** What to mind: `The reference can move to other content.` */
  readonly alert?: string;
}

/** In the direction in which things flow: from the dataset to what was trained on it. */
export interface LineageLink {
  readonly from: string;
  readonly to: string;
  /** What `from` does for `to`: `trains`, `is adapted into`. */
  readonly text: string;
}

/** What a lineage picture is drawn from. Links whose ends are no nodes are left out. */
export interface LineageInput {
  readonly nodes: readonly LineageNode[];
  readonly links: readonly LineageLink[];
  readonly legend: readonly LegendItem[];
}
