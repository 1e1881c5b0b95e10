import { countsHere, isIllustration, isTestCode } from './counts-here';
import { PATH_SIGNS } from './path-signs';
import type { PlacedObservation } from './workspace-evidence';

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
/** Of each evidence, as many files are named. */
const MOST = 20;

/**
 * What the mere presence of files speaks for: files that cannot be empty and be called so, or that nothing reads. Where the content
 * decides, the file is read instead. The paths are relative to the root, with `/`.
 */
export function observePaths(paths: readonly string[]): readonly PlacedObservation[] {
  const found: PlacedObservation[] = [];
  for (const { evidence, path: pattern, holds = true, detail, inTests = false } of PATH_SIGNS) {
    let count = 0;
    for (const path of paths) {
      if (count >= MOST) break;
      if (!pattern.test(path)) continue;
      if (inTests ? isIllustration(path) && !isTestCode(path) : !countsHere(path)) continue;
      count++;
      const name = path.slice(path.lastIndexOf('/') + 1);
      found.push({ evidence, holds, detail: `\`${name}\`: ${detail}`, path, location: START });
    }
  }
  return found;
}
