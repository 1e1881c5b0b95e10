import type { Guide } from '../../catalog/catalog';
import type { Inventory } from '../../supplychain/inventory/inventory';
import type { Assessment } from '../../supplychain/maturity/assessment';
import type { ScanReport } from '../scan-report';

export const WORKSPACE_FORMATS = ['html', 'markdown', 'json'] as const;
export type WorkspaceFormat = (typeof WORKSPACE_FORMATS)[number];

/** Everything that is known of a workspace: what the report for people who do not open an editor is written from. */
export interface WorkspaceReport {
  /** Name of the project's folder. */
  readonly project: string;
  readonly scan: ScanReport;
  readonly inventory: Inventory;
  readonly assessment: Assessment;
  readonly guide: Guide;
  /** When it was made, in ISO 8601; without it the same workspace gives the same bytes. */
  readonly madeAt?: string;
}
