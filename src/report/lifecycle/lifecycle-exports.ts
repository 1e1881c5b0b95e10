import { crosswalkText } from './crosswalk-text';
import { exportLifecycle } from './export-lifecycle';

/** What a lifecycle and a crosswalk can be taken away as. In Node it is a bundle of its own, loaded when it is asked for. */
export const LIFECYCLE_EXPORTS = { exportLifecycle, crosswalkText } as const;

export type LifecycleExports = typeof LIFECYCLE_EXPORTS;
