import type { LineageInput } from '../diagram/lineage/lineage-input';
import type { WorkspacePart } from '../diagram/workspace-part';

/** The AI supply chain of the workspace as the panel shows it. */
export interface PanelSupply {
  /** At most {@link MOST_PANEL_PARTS}, those with a lineage first. */
  readonly parts: readonly PanelPart[];
  /** All parts. */
  readonly total: number;
  readonly lineage: LineageInput;
  /** Relations that are not drawn. */
  readonly leftOut: number;
}

/** A part with what its page shows. */
export interface PanelPart extends WorkspacePart {
  readonly version: string;
  readonly facts: readonly PanelFact[];
  /** At most {@link MOST_PANEL_USES}, as `src/app.py:12`. */
  readonly uses: readonly string[];
  /** All of them. */
  readonly useCount: number;
}

export interface PanelFact {
  readonly name: string;
  readonly text: string;
  /** Why, as a sentence. */
  readonly reason?: string;
}

export const MOST_PANEL_PARTS = 1_000;
export const MOST_PANEL_USES = 20;
