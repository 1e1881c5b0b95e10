import type { FileResult, LocatedFinding } from '../workspace/file-analysis/file-result';
import { joinPath, relativePath } from '../workspace/path';

/** Changes paths that are absolute or relative to `root` into paths relative to `base`; absolute where they lie elsewhere. */
export function relocation(root: string, base: string): (path: string) => string {
  return (path) => {
    const absolute = path.startsWith('/') ? path : joinPath(root, path);
    return relativePath(base, absolute) ?? absolute;
  };
}

export function relocateResult(result: FileResult, relocate: (path: string) => string): FileResult {
  const finding = (found: LocatedFinding): LocatedFinding =>
    found.path.some(({ file }) => file !== undefined)
      ? {
          ...found,
          path: found.path.map((step) =>
            step.file === undefined ? step : { ...step, file: relocate(step.file) },
          ),
        }
      : found;
  return {
    ...result,
    path: relocate(result.path),
    findings: result.findings.map(finding),
    suppressed: result.suppressed.map((one) => ({ ...one, finding: finding(one.finding) })),
  };
}
