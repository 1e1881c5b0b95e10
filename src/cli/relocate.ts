import type { FileResult } from '../workspace/file-analysis/file-result';
import { joinPath, relativePath } from '../workspace/path';

/** Changes paths that are absolute or relative to `root` into paths relative to `base`; absolute where they lie elsewhere. */
export function relocation(root: string, base: string): (path: string) => string {
  return (path) => {
    const absolute = path.startsWith('/') ? path : joinPath(root, path);
    return relativePath(base, absolute) ?? absolute;
  };
}

export function relocateResult(result: FileResult, relocate: (path: string) => string): FileResult {
  return { ...result, path: relocate(result.path) };
}
