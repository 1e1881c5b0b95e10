import type { EntryRef } from '../catalog/entry-ref';

/** Shapes that stay apart without colour. */
export type Glyph =
  'dot' | 'ring' | 'square' | 'diamond' | 'triangle' | 'star' | 'shield' | 'check' | 'plus' | 'minus' | 'pen';

/** What a colour means; the theme decides how it looks. */
export type Tone = 'neutral' | 'good' | 'partly' | 'bad' | 'info' | 'data' | 'model' | 'code' | 'tool';

/** A small sign at a stage. */
export interface Mark {
  readonly glyph: Glyph;
  readonly tone: Tone;
  /** At most 14 characters: `ML06`, `GOVERN 1.6`, `sign`. */
  readonly label: string;
  /** The whole of it, for tooltip and screen reader. */
  readonly title: string;
  /** The page it opens. */
  readonly ref?: EntryRef;
}

/** A line of the detail pane. */
export interface OverlayRow extends Mark {
  /** One sentence under the title. */
  readonly text?: string;
  /** Id of the part of this workspace whose page it opens. */
  readonly part?: string;
}

/** Lines of the detail pane under one heading. */
export interface OverlayGroup {
  readonly title: string;
  readonly rows: readonly OverlayRow[];
}

/** What an overlay says of one stage. */
export interface StageOverlay {
  /** What is drawn, the most telling first; the drawing shows as many as it has room for, and how many more there are. */
  readonly marks: readonly Mark[];
  /** Everything, for the detail pane. */
  readonly groups: readonly OverlayGroup[];
  /** 0 (nothing here, drawn faintly) to 3, the strength of the stage in this overlay. */
  readonly weight: 0 | 1 | 2 | 3;
  /** For screen readers: "3 risks: ML02, ML06 and ML08". */
  readonly spoken: string;
}

export interface LegendItem {
  readonly glyph: Glyph;
  readonly tone: Tone;
  readonly text: string;
}

/** One layer over the lifecycle: the answer to one question, stage by stage. */
export interface Overlay {
  readonly id: string;
  readonly title: string;
  /** The question it answers: "Who is responsible?" */
  readonly question: string;
  readonly legend: readonly LegendItem[];
  readonly stages: ReadonlyMap<string, StageOverlay>;
  /** What holds for the lifecycle as a whole: gaps that stay open, levels, items without a stage. */
  readonly groups: readonly OverlayGroup[];
}

/** An overlay as menus list it. */
export interface OverlayChoice {
  /** `artifacts`, `signing`, `owasp-llm-2026`, `open-closed`, `roles`, `as:DS`, `maturity`, `openssf-tools`, `threats`, or the id of a framework. */
  readonly id: string;
  readonly title: string;
  /** Heading in the menu: `Supply chain`, `OWASP and threats`, `People`, `Lifecycle`, `Frameworks`. */
  readonly group: string;
}
