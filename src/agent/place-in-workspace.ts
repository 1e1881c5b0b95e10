import { joinPath, relativePath } from '../workspace/path';
import type { AgentWorkspace } from './agent-workspace';
import { ToolError } from './tool-error';

/** A file or folder of the workspace. */
export interface Place {
  /** Absolute, without links. */
  readonly absolute: string;
  /** Relative to the root; empty for the root itself. */
  readonly relative: string;
}

/**
 * The place that a path of an agent means.
 *
 * @param path relative to the root, or absolute
 * @throws ToolError when it is not there, or lies outside of the workspace by its name or by a link
 */
export async function placeInWorkspace(
  path: string,
  { root, realPath }: Pick<AgentWorkspace, 'root' | 'realPath'>,
): Promise<Place> {
  const named = resolved(root, path);
  if (named === undefined || relativePath(root, named) === undefined) throw outside(path);
  let real: string;
  try {
    real = await realPath(named);
  } catch {
    throw new ToolError(`${quoted(path)} is not in the workspace, or leads out of it.`);
  }
  const relative = relativePath(root, real);
  if (relative === undefined) throw outside(path);
  return { absolute: real, relative };
}

/** The path without `.` and `..`; undefined when it climbs above everything or cannot be a path. */
function resolved(root: string, path: string): string | undefined {
  if (path.includes('\0')) return undefined;
  const slashed = path.replaceAll('\\', '/');
  const isAbsolute = slashed.startsWith('/') || /^[A-Za-z]:\//u.test(slashed);
  const parts: string[] = [];
  for (const part of (isAbsolute ? slashed : joinPath(root, slashed)).split('/')) {
    if (part === '..') {
      if (parts.length <= 1) return undefined;
      parts.pop();
    } else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  return parts.join('/') || '/';
}

function outside(path: string): ToolError {
  return new ToolError(
    `${quoted(path)} lies outside of the workspace. Only files of the workspace can be looked at.`,
  );
}

function quoted(path: string): string {
  return JSON.stringify(path.slice(0, 200));
}

/** As {@link placeInWorkspace}, for many. */
export function placesInWorkspace(
  paths: readonly string[],
  workspace: Pick<AgentWorkspace, 'root' | 'realPath'>,
): Promise<readonly Place[]> {
  return Promise.all(paths.map((path) => placeInWorkspace(path, workspace)));
}
