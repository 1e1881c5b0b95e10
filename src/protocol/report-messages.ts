import type { LineageFormat } from '../report/lineage/lineage-formats';
import type { WorkspaceFormat } from '../report/workspace/workspace-report';

/** What a client can take away of its workspace, answered with `ExportResult`. */

/**
 * Client -> server request: the lineage of the scanned folders as a drawing, or as a Mermaid block. An error where nothing says what was
 * made from what.
 */
export const EXPORT_LINEAGE_METHOD = 'mlsecops/exportLineage';
export interface ExportLineageParams {
  readonly format: LineageFormat;
  readonly theme?: 'light' | 'dark';
}

/**
 * Client -> server request: everything that is known of a folder as one report, as `mlsecops report` writes it, with the settings of the
 * client in force. Scans the folder as it is on disk; honours `$/cancelRequest`.
 */
export const REPORT_METHOD = 'mlsecops/report';
export interface ReportParams {
  /** Of the folder; the first one of the workspace when left out. */
  readonly uri?: string;
  readonly format: WorkspaceFormat;
  /** Whether it shall say when it was made; without it the same workspace gives the same text. */
  readonly timestamp?: boolean;
}
