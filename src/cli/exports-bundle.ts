import { createRequire } from 'node:module';
import type { LifecycleExports } from '../report/lifecycle/lifecycle-exports';

/** The bundle's name, beside the command. */
const EXPORTS_BUNDLE = './exports.js';

/** Loads what draws and writes pages: a scan has no use for it. */
export function loadExportsBundle(): Promise<LifecycleExports> {
  const { LIFECYCLE_EXPORTS } = createRequire(__filename)(EXPORTS_BUNDLE) as {
    LIFECYCLE_EXPORTS: LifecycleExports;
  };
  return Promise.resolve(LIFECYCLE_EXPORTS);
}
