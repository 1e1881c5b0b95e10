import type { Configuration } from '../analysis/configuration/configuration';
import { libraryNames } from '../analysis/summaries/library-names';
import { builtInCatalog } from '../catalog/built-in';
import { discover, type SkippedCounts } from './discovery/discover';
import type { FileAnalyzer } from './file-analysis/file-analyzer';
import type { FileResult } from './file-analysis/file-result';
import { LinkedFiles } from './file-analysis/linked-files';
import type { FileProblem } from './file-problem';
import type { FileSystem } from './file-system';
import { readManifests } from './packages/read-manifests';

export interface ScanRequest {
  readonly fileSystem: FileSystem;
  /** The project's folder, absolute; paths in results are relative to it. */
  readonly root: string;
  /** Files and folders to scan, absolute, in or below the root; the root itself when left out. */
  readonly targets?: readonly string[];
  readonly configuration: Configuration;
  readonly analyzer: FileAnalyzer;
  readonly useIgnoreFiles?: boolean;
  /** Whether results shall tell what files say of the supply chain. */
  readonly facts?: true | undefined;
  /** Told of every file that no ignore file excludes, whatever it is, relative to the root. */
  readonly onFile?: ((path: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called as files are done, in any order, for every file that was read. */
  readonly onResult?: (result: FileResult) => void;
  readonly onProgress?: (progress: ScanProgress) => void;
}

export interface ScanProgress {
  readonly filesDone: number;
  readonly filesTotal: number;
}

export interface ScanSummary {
  readonly files: number;
  readonly analyzed: number;
  readonly bytes: number;
  readonly cancelled: boolean;
  /** Results that say something: findings, suppressed findings or problems. Sorted by path. */
  readonly results: readonly FileResult[];
  /** Files and folders that could not be taken in, sorted by path. */
  readonly problems: readonly FileProblem[];
  readonly skipped: SkippedCounts;
}

/** Scans a workspace: finds the files, reads the manifests, analyses. The summary does not depend on the order of the work. */
export async function scan(request: ScanRequest): Promise<ScanSummary> {
  const { fileSystem, root, configuration, analyzer, signal } = request;
  const discovery = await discover({
    fileSystem,
    root,
    targets: request.targets ?? [root],
    exclude: configuration.exclude,
    useIgnoreFiles: request.useIgnoreFiles ?? true,
    signal,
    onFile: request.onFile,
  });
  const { manifests, problems: unreadManifests } = await readManifests(fileSystem, root, discovery.manifests);

  const results = new Map<string, FileResult>();
  const problems: FileProblem[] = [...discovery.problems, ...unreadManifests];
  const filesTotal = discovery.files.length;
  const counts = { files: 0, analyzed: 0, bytes: 0 };
  request.onProgress?.({ filesDone: 0, filesTotal });
  const setup = { root, configuration, manifests, facts: request.facts };
  const linked = new LinkedFiles(
    discovery.files,
    libraryNames(() => [...configuration.apis, ...builtInCatalog().apis]),
  );
  let isFirst = true;
  const take = (result: FileResult): void => {
    const { path } = result;
    if (isFirst) counts.bytes += result.size;
    if (result.analyzed && !read.has(path)) {
      counts.analyzed++;
      read.add(path);
    }
    if (!result.analyzed && !isFirst) return;
    if (saysSomething(result)) results.set(path, result);
    else results.delete(path);
    request.onResult?.(result);
  };
  const read = new Set<string>();
  await analyzer.analyze(
    setup,
    discovery.files,
    (outcome) => {
      linked.add(outcome);
      if (outcome.kind === 'problem') problems.push(outcome.problem);
      else if (outcome.kind === 'result') take(outcome.result);
      if (!isFirst) return;
      counts.files++;
      request.onProgress?.({ filesDone: counts.files, filesTotal });
    },
    signal,
    () => {
      isFirst = false;
      return linked.next();
    },
  );

  if (linked.filesLeft > 0) problems.push(leftProblem(linked.filesLeft));
  return {
    ...counts,
    cancelled: signal?.aborted ?? false,
    results: [...results.values()].sort(byPath),
    problems: problems.sort(byPath),
    skipped: discovery.skipped,
  };
}

/** Says that values were not followed to the end. */
function leftProblem(files: number): FileProblem {
  const message =
    `Values were followed through many files in a row; ${files === 1 ? '1 file was' : `${files} files were`} ` +
    'not looked at once more with all that is known of the files they import.';
  return { path: '', kind: 'limit', message };
}

function saysSomething({ findings, suppressed, problems }: FileResult): boolean {
  return findings.length + suppressed.length + problems.length > 0;
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}
