import type { SearchHit } from '../catalog/search/search-hit';
import type { LearnArguments } from './messages';
import type { PanelCatalog } from './panel-catalog';
import type { PanelSupply } from './panel-supply';
import type { Severity } from '../analysis/severity';
import type { WireFinding } from './finding';

/** What the user looks at; kept by the webview's own state so that it survives a reload. Never data. */
export interface PanelState {
  readonly lifecycle: string;
  readonly view: PanelView;
  readonly stage: string | undefined;
  /** The entry whose page is open, with its kind: `risks/owasp-ml-2023:ML06`, `rules/torch-load-unsafe`. */
  readonly entry: string | undefined;
  readonly overlay: string | undefined;
  /** Id of the part of the supply chain whose page is open. */
  readonly part: string | undefined;
  /** The two sides of the crosswalk. */
  readonly crosswalk: { readonly rows: string; readonly columns: string };
  /** Size of the diagram; undefined fits it into the panel. */
  readonly zoom: number | undefined;
  /** What the user chose for this panel; undefined until then, so that the setting decides. */
  readonly followEditor: boolean | undefined;
}

export type PanelView = 'diagram' | 'compare' | 'crosswalk' | 'lineage';

/** Everything of the workspace that the panel shows, sent whenever something changes: snapshots, not deltas. */
export interface PanelSnapshot {
  /** Findings by stage id, at most 200 a stage; `total` counts all. */
  readonly findings: Readonly<
    Record<string, { readonly total: number; readonly shown: readonly WireFinding[] }>
  >;
  /** All findings of the workspace by severity, each counted once. */
  readonly totals: Readonly<Record<Severity, number>>;
  /** File in front and its stages. */
  readonly editor: { readonly name: string; readonly stages: readonly string[] } | undefined;
  /** Whether a panel turns to the stage of the file in front until its user chooses. */
  readonly followEditor: boolean;
  readonly scanning: boolean;
  /** Whether a scan of the workspace has ended: without one, no findings does not mean that there are none. */
  readonly scanned: boolean;
}

/** Extension -> webview. */
export type ToPanel =
  /** Sent once before the first snapshot and again when it changes: it is large. */
  | { readonly type: 'catalog'; readonly catalog: PanelCatalog }
  | { readonly type: 'snapshot'; readonly snapshot: PanelSnapshot }
  /** The supply chain of the workspace; undefined until a scan has told of it. Sent when it changes. */
  | { readonly type: 'supply'; readonly supply: PanelSupply | undefined }
  | ({ readonly type: 'select' } & LearnArguments)
  | { readonly type: 'found'; readonly query: string; readonly hits: readonly SearchHit[] }
  /** Asks for a picture of an SVG text; answered by `picture`. */
  | { readonly type: 'draw'; readonly svg: string; readonly scale: number };

/** Webview -> extension. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'openFinding'; readonly id: string }
  /** `use` counts the uses of the part as they were sent. */
  | { readonly type: 'openUse'; readonly part: string; readonly use: number }
  | { readonly type: 'openLink'; readonly url: string }
  | { readonly type: 'showFindings'; readonly stage: string }
  | { readonly type: 'search'; readonly query: string }
  | {
      readonly type: 'export';
      readonly format: 'svg' | 'png' | 'html' | 'mermaid';
      readonly lifecycle: string;
      readonly overlay?: string;
    }
  | {
      readonly type: 'exportCrosswalk';
      readonly format: 'csv' | 'markdown';
      readonly rows: string;
      readonly columns: string;
    }
  | { readonly type: 'exportLineage'; readonly format: 'svg' | 'png' | 'mermaid' }
  | { readonly type: 'exportBom' }
  /** A PNG as base64, or why there is none. */
  | { readonly type: 'picture'; readonly png?: string; readonly problem?: string }
  | { readonly type: 'scan' };
