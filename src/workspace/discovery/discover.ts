import type { FileProblem } from '../file-problem';
import { fileProblem } from '../file-problem';
import type { FileSystem, FolderEntry } from '../file-system';
import { isManifest } from '../packages/manifest-kind';
import { joinPath, parentPath, relativePath } from '../path';
import { modelName } from '../model-files/model-name';
import { ignoreLevelsAbove, projectAncestors } from './ancestors';
import type { FileKind } from './file-kind';
import { isHubCache, isReadThroughLink } from './hub-cache';
import { IgnoreLevels } from './ignore-levels';
import { readIgnoreFile } from './read-ignore-file';
import { isSkippedFolder, isVirtualEnvironment } from './skipped-folders';
import { sourceKind } from './source-kind';
import { UnclearFiles } from './unclear-files';

export interface DiscoveryRequest {
  readonly fileSystem: FileSystem;
  /** The project's folder; paths in the result are relative to it. */
  readonly root: string;
  /** Files and folders to look at, absolute, in or below the root. A file named here is taken whatever the ignore files say. */
  readonly targets: readonly string[];
  /** Patterns of the configuration (gitignore syntax), relative to the root. */
  readonly exclude: readonly string[];
  /**
   * False: also what `.gitignore` excludes, and folders of installed packages. Models are found there all the same: they are too
   * large for git and yet what programs load.
   */
  readonly useIgnoreFiles: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Told of every file that is not excluded, whatever it is, relative to the root. */
  readonly onFile?: ((path: string) => void) | undefined;
}

export interface DiscoveredFile {
  /** Relative to the root. */
  readonly path: string;
  readonly kind: FileKind;
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
/** Of the folders that ignore files exclude, no more than this are searched for models. */
const MAX_IGNORED_FOLDERS = 2_000;

/** Finds the source files and models below the targets. What cannot be read is reported; nothing is followed twice. */
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
  /** An ignore file excludes it: it is searched for models alone. */
  readonly ignored?: true;
  /** A part of a cache in which files are links to where their bytes are. */
  readonly linked?: true;
}

class Walk {
  private readonly files = new Map<string, DiscoveredFile>();
  private readonly manifests = new Set<string>();
  private readonly problems: FileProblem[] = [];
  private readonly seen = new Set<string>();
  private readonly skipped = { ignored: 0, folders: 0, links: 0 };
  private readonly excluded: IgnoreLevels;
  private readonly unclear: UnclearFiles;
  private ignoredFolders = 0;

  constructor(private readonly request: DiscoveryRequest) {
    this.excluded = IgnoreLevels.none.with(request.root, request.exclude);
    this.unclear = new UnclearFiles(request.fileSystem);
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
      for (const path of await this.unclear.models(this.request.signal)) this.add(path, { model: 'perhaps' });
    } else {
      this.noteManifests(folder, await fileSystem.list(folder).catch(() => []));
      const source = sourceKind(this.relative(target));
      const isModel = !source && (await this.unclear.isModel(target));
      this.add(target, source ?? (isModel ? { model: 'named' } : { language: 'python', role: undefined }));
    }
  }

  result(): Discovery {
    const { problems, skipped } = this;
    if (this.ignoredFolders > MAX_IGNORED_FOLDERS) problems.push(manyIgnored());
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

  private async visit(visit: Visit): Promise<readonly Visit[]> {
    const { folder, levels, named } = visit;
    const { fileSystem, useIgnoreFiles } = this.request;
    if (this.seen.has(folder)) return [];
    if (visit.ignored && ++this.ignoredFolders > MAX_IGNORED_FOLDERS) return [];
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
    if (
      useIgnoreFiles &&
      !visit.ignored &&
      entries.some(({ name, type }) => name === '.gitignore' && type === 'file')
    ) {
      const text = await readIgnoreFile(fileSystem, joinPath(folder, '.gitignore'));
      if (text !== undefined) inForce = levels.with(folder, text);
    }
    if (!visit.ignored) this.noteManifests(folder, entries);
    const isHub = isHubCache(entries);
    return entries.flatMap((entry) => {
      if (isHub && entry.name === 'blobs') return [];
      const below = this.take({ ...visit, levels: inForce }, entry);
      return below ? [isHub && entry.name === 'snapshots' ? { ...below, linked: true } : below] : [];
    });
  }

  /** Notes a file; returns a folder that is to be visited. */
  private take(visit: Visit, { name, type }: FolderEntry): Visit | undefined {
    const { folder, levels } = visit;
    const path = joinPath(folder, name);
    if (type === 'folder') return this.enter(visit, path, name);
    if (type !== 'file' && type !== 'link') return undefined;
    const relative = this.relative(path);
    if (type === 'link' && !(visit.linked && isReadThroughLink(relative))) {
      this.skipped.links++;
      return undefined;
    }
    const { onFile } = this.request;
    if (onFile && type === 'file' && !this.isExcluded(visit, path)) onFile(relative);
    const kind = visit.ignored ? undefined : sourceKind(relative);
    const asModel = kind ? 'other' : modelName(relative);
    if (!kind && asModel === 'other') return undefined;
    const isHidden = visit.ignored ?? levels.ignores(path, false);
    if (this.excluded.ignores(path, false) || (isHidden && asModel !== 'model')) {
      if (asModel !== 'unknown') this.skipped.ignored++;
    } else if (asModel === 'unknown') {
      this.unclear.add(path);
    } else {
      this.add(path, kind ?? { model: asModel === 'model' ? 'named' : 'perhaps' });
    }
    return undefined;
  }

  private isExcluded({ ignored, levels }: Visit, path: string): boolean {
    return ignored === true || this.excluded.ignores(path, false) || levels.ignores(path, false);
  }

  private enter({ levels, linked, ignored }: Visit, path: string, name: string): Visit | undefined {
    if (isSkippedFolder(name, !this.request.useIgnoreFiles)) {
      this.skipped.folders++;
      return undefined;
    }
    const visit = { folder: path, levels, named: false, ...(linked ? { linked } : {}) };
    if (ignored) return this.excluded.ignores(path, true) ? undefined : { ...visit, ignored };
    if (!this.excluded.ignores(path, true) && !levels.ignores(path, true)) return visit;
    this.skipped.ignored++;
    return this.excluded.ignores(path, true) ? undefined : { ...visit, ignored: true };
  }

  private add(absolute: string, kind: FileKind): void {
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

function manyIgnored(): FileProblem {
  const message =
    `Models were looked for in ${MAX_IGNORED_FOLDERS.toLocaleString('en-US')} folders that ignore files exclude, and not in the rest. ` +
    'Name a folder to have it scanned, or exclude it in .mlsecops.yaml.';
  return { path: '', kind: 'limit', message };
}
