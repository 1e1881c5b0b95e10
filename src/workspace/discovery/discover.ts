import type { FileProblem } from '../file-problem';
import { fileProblem } from '../file-problem';
import type { FileSystem, FolderEntry } from '../file-system';
import { isManifest } from '../packages/manifest-kind';
import { joinPath, parentPath, relativePath } from '../path';
import { ignoreLevelsAbove, projectAncestors } from './ancestors';
import { IgnoreLevels } from './ignore-levels';
import { readIgnoreFile } from './read-ignore-file';
import { isSkippedFolder, isVirtualEnvironment } from './skipped-folders';
import { sourceKind, type SourceKind } from './source-kind';

export interface DiscoveryRequest {
  readonly fileSystem: FileSystem;
  /** The project's folder; paths in the result are relative to it. */
  readonly root: string;
  /** Files and folders to look at, absolute, in or below the root. A file named here is taken whatever the ignore files say. */
  readonly targets: readonly string[];
  /** Patterns of the configuration (gitignore syntax), relative to the root. */
  readonly exclude: readonly string[];
  /** False: also what `.gitignore` excludes, and folders of installed packages. */
  readonly useIgnoreFiles: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface DiscoveredFile {
  /** Relative to the root. */
  readonly path: string;
  readonly kind: SourceKind;
}

export interface Discovery {
  /** Sorted by path, each once. */
  readonly files: readonly DiscoveredFile[];
  /** Package manifests seen on the way and above, absolute, sorted. */
  readonly manifests: readonly string[];
  readonly problems: readonly FileProblem[];
  readonly skipped: SkippedCounts;
}

export interface SkippedCounts {
  /** Files and folders that an ignore file or the configuration excludes. */
  readonly ignored: number;
  /** Folders of installed packages, caches and version control. */
  readonly folders: number;
  /** Symbolic links: never followed, so no loop can be entered. */
  readonly links: number;
}

/** How many folders are listed at the same time. */
const CONCURRENCY = 16;

/** Finds the source files below the targets. What cannot be read is reported; nothing is followed twice. */
export async function discover(request: DiscoveryRequest): Promise<Discovery> {
  const walk = new Walk(request);
  for (const target of request.targets) await walk.start(target);
  return walk.result();
}

interface Visit {
  readonly folder: string;
  readonly levels: IgnoreLevels;
  /** A folder the user named is entered whatever it looks like. */
  readonly named: boolean;
}

class Walk {
  private readonly files = new Map<string, DiscoveredFile>();
  private readonly manifests = new Set<string>();
  private readonly problems: FileProblem[] = [];
  private readonly seen = new Set<string>();
  private readonly skipped = { ignored: 0, folders: 0, links: 0 };
  private readonly excluded: IgnoreLevels;

  constructor(private readonly request: DiscoveryRequest) {
    this.excluded = IgnoreLevels.none.with(request.root, request.exclude);
  }

  async start(target: string): Promise<void> {
    const { fileSystem, root } = this.request;
    const stat = await fileSystem.stat(target).catch((error: unknown) => {
      this.problems.push(fileProblem(this.relative(target), 'file', error));
      return undefined;
    });
    if (!stat) return;
    const folder = stat.type === 'folder' ? target : parentPath(target);
    const ancestors = await projectAncestors(fileSystem, folder, root);
    for (const ancestor of ancestors) this.noteManifests(ancestor.folder, ancestor.entries);
    if (stat.type === 'folder') {
      const entries = await fileSystem.list(folder).catch(() => []);
      const levels = this.request.useIgnoreFiles
        ? await ignoreLevelsAbove(fileSystem, { folder, entries }, ancestors)
        : IgnoreLevels.none;
      await this.walk({ folder, levels: levels.withoutThoseThatHide(folder), named: true });
    } else {
      this.noteManifests(folder, await fileSystem.list(folder).catch(() => []));
      this.add(target, sourceKind(this.relative(target)) ?? { language: 'python', role: undefined });
    }
  }

  result(): Discovery {
    const { problems, skipped } = this;
    const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
    return {
      files: [...this.files.values()].sort(byPath),
      manifests: [...this.manifests].sort(),
      problems: [...problems].sort(byPath),
      skipped: { ...skipped },
    };
  }

  private async walk(start: Visit): Promise<void> {
    const waiting = [start];
    while (waiting.length > 0 && !this.request.signal?.aborted) {
      const batch = waiting.splice(-CONCURRENCY);
      const below = await Promise.all(batch.map((visit) => this.visit(visit)));
      waiting.push(...below.flat());
    }
  }

  private async visit({ folder, levels, named }: Visit): Promise<readonly Visit[]> {
    const { fileSystem, useIgnoreFiles } = this.request;
    if (this.seen.has(folder)) return [];
    this.seen.add(folder);
    let entries: readonly FolderEntry[];
    try {
      entries = await fileSystem.list(folder);
    } catch (error) {
      this.problems.push(fileProblem(this.relative(folder), 'folder', error));
      return [];
    }
    if (!named && useIgnoreFiles && isVirtualEnvironment(entries)) {
      this.skipped.folders++;
      return [];
    }
    let inForce = levels;
    if (useIgnoreFiles && entries.some(({ name, type }) => name === '.gitignore' && type === 'file')) {
      const text = await readIgnoreFile(fileSystem, joinPath(folder, '.gitignore'));
      if (text !== undefined) inForce = levels.with(folder, text);
    }
    this.noteManifests(folder, entries);
    return entries.flatMap((entry) => this.take(folder, entry, inForce) ?? []);
  }

  /** Notes a file; returns a folder that is to be visited. */
  private take(folder: string, { name, type }: FolderEntry, levels: IgnoreLevels): Visit | undefined {
    const path = joinPath(folder, name);
    if (type === 'link') {
      this.skipped.links++;
      return undefined;
    }
    const kind = type === 'file' ? sourceKind(this.relative(path)) : undefined;
    if (type !== 'folder' && kind === undefined) return undefined;
    if (type === 'folder' && isSkippedFolder(name, !this.request.useIgnoreFiles)) {
      this.skipped.folders++;
      return undefined;
    }
    const isFolder = type === 'folder';
    if (this.excluded.ignores(path, isFolder) || levels.ignores(path, isFolder)) {
      this.skipped.ignored++;
      return undefined;
    }
    if (isFolder) return { folder: path, levels, named: false };
    if (kind) this.add(path, kind);
    return undefined;
  }

  private add(absolute: string, kind: SourceKind): void {
    const path = this.relative(absolute);
    this.files.set(path, { path, kind });
  }

  private noteManifests(folder: string, entries: readonly FolderEntry[]): void {
    for (const { name, type } of entries) {
      if (type === 'file' && isManifest(name)) this.manifests.add(joinPath(folder, name));
    }
  }

  private relative(path: string): string {
    return relativePath(this.request.root, path) ?? path;
  }
}
