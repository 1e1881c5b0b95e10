import { overlayChoices } from '../../diagram/overlays';
import { crosswalkText } from './crosswalk-text';
import { exportLifecycle } from './export-lifecycle';

/** Overlays and what can be taken away of them. In Node this is a bundle of its own, loaded when it is asked for. */
export const LIFECYCLE_EXPORTS = { overlayChoices, exportLifecycle, crosswalkText } as const;

export type LifecycleExports = typeof LIFECYCLE_EXPORTS;
