import { LIFECYCLE_EXPORTS, type LifecycleExports } from './lifecycle-exports';

// Entry point of the script that a web worker imports when something is taken away for the first time.
(globalThis as { mlsecopsExports?: LifecycleExports }).mlsecopsExports = LIFECYCLE_EXPORTS;
