import { overlayChoices } from '../../diagram/overlays';
import { exportLineage } from '../lineage/export-lineage';
import { writeWorkspaceReport } from '../workspace/write-workspace-report';
import { crosswalkText } from './crosswalk-text';
import { exportLifecycle } from './export-lifecycle';
import { UnknownIdError } from './unknown-id';

/** Overlays and what can be taken away of them and of a workspace. In Node this is a bundle of its own, loaded when it is asked for. */
export const LIFECYCLE_EXPORTS = {
  overlayChoices,
  exportLifecycle,
  crosswalkText,
  exportLineage,
  writeWorkspaceReport,
  /** As they throw it. */
  UnknownIdError,
} as const;

export type LifecycleExports = typeof LIFECYCLE_EXPORTS;
