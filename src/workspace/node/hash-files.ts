import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { ConfinedFileSystem } from '../confined-file-system';
import { fileProblem, type FileProblem } from '../file-problem';
import { FileSystemError } from '../file-system';
import { joinPath } from '../path';
import { NodeFileSystem } from './node-file-system';
import { toSlashes } from './to-slashes';

/** Bytes that are in memory at a time. */
const CHUNK = 1024 * 1024;

export interface FileHashes {
  /** SHA-256 in lower-case hexadecimal, by the path that was asked for. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Files that are there and could not be read. */
  readonly problems: readonly FileProblem[];
}

/**
 * The SHA-256 of files below a folder, read in pieces. What is no file there is left out, and nothing outside of the folder is read,
 * wherever links lead. Stops when it is told to.
 *
 * @param root absolute, with `/`, itself without links
 * @param paths relative to it
 */
export async function hashFiles(
  root: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<FileHashes> {
  const files = new ConfinedFileSystem(new NodeFileSystem(), root, async (path) =>
    toSlashes(await realpath(path)),
  );
  const hashes = new Map<string, string>();
  const problems: FileProblem[] = [];
  for (const path of paths) {
    if (signal.aborted) break;
    if (!liesBelow(path)) continue;
    try {
      const { type } = await files.stat(joinPath(root, path));
      if (type !== 'file' && type !== 'link') continue;
      const hash = await hashOf(files, joinPath(root, path), signal);
      if (hash !== undefined) hashes.set(path, hash);
    } catch (error) {
      // A name that code gives to a model is often no path of the workspace: that is nothing to be told of.
      if (error instanceof FileSystemError && error.reason === 'missing') continue;
      problems.push(fileProblem(path, 'file', error));
    }
  }
  return { hashes, problems };
}

function liesBelow(path: string): boolean {
  return path !== '' && !/^[/\\]|^[A-Za-z]:|\0|(?:^|[/\\])\.\.(?:[/\\]|$)/u.test(path);
}

async function hashOf(
  files: ConfinedFileSystem,
  path: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const file = await files.open?.(path);
  if (!file) return undefined;
  try {
    const hash = createHash('sha256');
    for (let offset = 0; offset < file.size;) {
      if (signal.aborted) return undefined;
      const bytes = file.read(offset, Math.min(CHUNK, file.size - offset));
      if (bytes.length === 0) throw new Error('it became shorter while it was read');
      hash.update(bytes);
      offset += bytes.length;
      // Ctrl+C gets its turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return hash.digest('hex');
  } finally {
    file.close();
  }
}
