import type { PanelCatalog } from './panel-catalog';
import type { Severity } from '../analysis/severity';
import type { WireFinding } from './finding';

/** What the user looks at; kept by the webview's own state so that it survives a reload. Never data. */
export interface PanelState {
  readonly lifecycle: string;
  readonly stage: string | undefined;
  readonly risk: string | undefined;
  readonly rule: string | undefined;
  /** What the user chose for this panel; undefined until then, so that the setting decides. */
  readonly followEditor: boolean | undefined;
}

/** Full picture sent whenever something changes: snapshots, not deltas. */
export interface PanelSnapshot {
  readonly catalog: PanelCatalog;
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
  | { readonly type: 'snapshot'; readonly snapshot: PanelSnapshot }
  | { readonly type: 'select'; readonly stage?: string; readonly risk?: string; readonly rule?: string };

/** Webview -> extension. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'openFinding'; readonly id: string }
  | { readonly type: 'openLink'; readonly url: string }
  | { readonly type: 'showFindings'; readonly stage: string }
  | { readonly type: 'scan' };
