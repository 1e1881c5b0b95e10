import type { LifecycleExports } from '../report/lifecycle/lifecycle-exports';
import { bundleBeside } from '../workspace/node/bundle-beside';

/** Loads what draws and writes pages: a scan has no use for it. */
export function loadExportsBundle(): Promise<LifecycleExports> {
  const scope = globalThis as { mlsecopsExports?: LifecycleExports };
  return Promise.resolve(bundleBeside('exports.js', () => scope.mlsecopsExports));
}
