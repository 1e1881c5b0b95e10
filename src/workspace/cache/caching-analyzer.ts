import { isModelKind } from '../discovery/file-kind';
import { isMissedWhenLarge, sizeLimit } from '../discovery/source-kind';
import type {
  AnalyzerSetup,
  FileAnalyzer,
  FileOutcome,
  FileTask,
  NextRound,
  OnOutcome,
  OutcomeTrace,
} from '../file-analysis/file-analyzer';
import { unreadResult } from '../file-analysis/file-result';
import type { FileSystem } from '../file-system';
import { WorkspacePackages } from '../packages/workspace-packages';
import { foldersUpwards, joinPath, parentPath } from '../path';
import { stillHolds } from './recorded-packages';
import type { Digest, FileState, ResultStore } from './result-store';
import { TaskCircumstances } from './task-circumstances';

/**
 * A file that was written to less than this before it was looked at may be written to again within the same tick of its file
 * system's clock, and would look the same: git calls that racy. FAT counts in steps of two seconds. In milliseconds.
 */
const TICK = 2_000;
/** Files after which other work of the thread gets its turn. */
const PAUSE_AFTER = 256;

export interface CachingParts {
  readonly store: ResultStore;
  readonly fileSystem: FileSystem;
  readonly digest: Digest;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Answers from a store for files that have not changed, and leaves the others to an analyzer that traces its outcomes. A file is
 * not even read when the file system says that it is as it was; when it says otherwise, its content decides.
 */
export class CachingAnalyzer implements FileAnalyzer {
  constructor(
    private readonly analyzer: FileAnalyzer,
    private readonly parts: CachingParts,
  ) {}

  async analyze(
    setup: AnalyzerSetup,
    files: readonly FileTask[],
    onOutcome: OnOutcome,
    signal?: AbortSignal,
    more: NextRound = () => [],
  ): Promise<void> {
    const scan = new CachedScan(setup, this.parts, onOutcome);
    /** The files of the next round in which any is not known. */
    const unknownOf = async (tasks: readonly FileTask[]): Promise<readonly FileTask[]> => {
      for (let round = tasks; round.length > 0 && !signal?.aborted; round = await more()) {
        const unknown = await scan.unknown(round, signal);
        if (unknown.length > 0) return unknown;
      }
      return [];
    };
    const first = await unknownOf(files);
    if (first.length === 0) return;
    await this.analyzer.analyze(
      setup,
      first,
      (outcome, task, trace) => scan.learn(outcome, task, trace),
      signal,
      async () => unknownOf(await more()),
    );
  }
}

/** The files of one scan. */
class CachedScan {
  private readonly packages: WorkspacePackages;
  private readonly circumstances: TaskCircumstances;
  /** What the file system said of each file when it was first looked at; undefined for one that it says nothing of. */
  private readonly seen = new Map<string, SeenState | undefined>();
  private readonly contents = new Map<string, string>();
  /** Results that tell of the supply chain are kept beside those that do not. */
  private readonly suffix: string;

  constructor(
    private readonly setup: AnalyzerSetup,
    private readonly parts: CachingParts,
    private readonly onOutcome: OnOutcome,
  ) {
    this.packages = new WorkspacePackages(setup.manifests);
    this.circumstances = new TaskCircumstances(parts.digest);
    this.suffix = setup.facts ? '.facts' : '';
  }

  /** Hands over what is known, and gives the files of which nothing is. */
  async unknown(tasks: readonly FileTask[], signal: AbortSignal | undefined): Promise<readonly FileTask[]> {
    const unknown: FileTask[] = [];
    for (const [at, task] of tasks.entries()) {
      if (at % PAUSE_AFTER === 0) await new Promise((resolve) => setTimeout(resolve, 0));
      if (signal?.aborted) return [];
      const outcome = await this.known(task);
      if (outcome) this.onOutcome(outcome, task);
      else unknown.push(task);
    }
    return unknown;
  }

  /** Keeps what came of a file. */
  learn(outcome: FileOutcome, task: FileTask, trace?: OutcomeTrace): void {
    const key = this.keyOfModel(task);
    if (key !== undefined && outcome.kind !== 'problem') this.parts.store.set(key, { outcome, lookups: [] });
    if (outcome.kind !== 'problem' && trace) {
      const { store } = this.parts;
      const { path } = task;
      if (!this.contents.has(path)) this.know(path, trace.content);
      store.set(this.keyOf(task, trace.content), { outcome, lookups: trace.lookups });
    }
    this.onOutcome(outcome, task, trace);
  }

  private async known(task: FileTask): Promise<FileOutcome | undefined> {
    const { path, kind } = task;
    const absolute = joinPath(this.setup.root, path);
    const seen = await this.look(path, absolute);
    if (!seen) return undefined;
    if (isModelKind(kind)) {
      const key = this.keyOfModel(task);
      return key === undefined ? undefined : this.parts.store.get(path, key)?.outcome;
    }
    const limit = sizeLimit(kind);
    if (seen.state.size > limit && !isMissedWhenLarge(kind))
      return { kind: 'result', result: unreadResult(path, 0) };
    const content = this.contents.get(path) ?? (await this.contentOf(path, absolute, seen.state, limit));
    if (content === undefined) return undefined;
    const kept = this.parts.store.get(path, this.keyOf(task, content));
    if (!kept) return undefined;
    const versions = this.packages.forFolders(foldersUpwards(parentPath(absolute)));
    return stillHolds(kept.lookups, versions) ? kept.outcome : undefined;
  }

  private async look(path: string, absolute: string): Promise<SeenState | undefined> {
    if (this.seen.has(path)) return this.seen.get(path);
    const now = this.parts.now();
    const stat = await this.parts.fileSystem.stat(absolute).catch(() => undefined);
    // What a link says of itself stays the same when its target is written to.
    const state =
      stat?.type !== 'file'
        ? undefined
        : { size: stat.size, modified: stat.modified, changed: stat.changed ?? 0 };
    const seen = state && { state, isFresh: Math.max(state.modified, state.changed) + TICK > now };
    this.seen.set(path, seen);
    return seen;
  }

  /** The digest of a file that was there before: what it was, or what it is when it looks another. */
  private async contentOf(
    path: string,
    absolute: string,
    state: FileState,
    limit: number,
  ): Promise<string | undefined> {
    const { store, fileSystem, digest } = this.parts;
    const known = store.file(path);
    if (!known) return undefined;
    if (known.state && isSame(known.state, state)) {
      this.contents.set(path, known.content);
      return known.content;
    }
    const bytes = await fileSystem.read(absolute, limit).catch(() => undefined);
    if (!bytes) return undefined;
    const content = digest(path, bytes);
    this.know(path, content);
    return content;
  }

  /** The state was seen before the content was read: what is written in between gives another state. */
  private know(path: string, content: string): void {
    this.contents.set(path, content);
    const seen = this.seen.get(path);
    this.parts.store.setFile(path, { state: seen?.isFresh === false ? seen.state : undefined, content });
  }

  /**
   * What the inspection of a model is kept under. Models are too large to be read for a digest: one that looks another is inspected
   * again. Undefined for one that may have been written to without looking any different.
   */
  private keyOfModel({ path, kind }: FileTask): string | undefined {
    const seen = this.seen.get(path);
    if (!isModelKind(kind) || !seen || seen.isFresh) return undefined;
    const { size, modified, changed } = seen.state;
    const state = `${size} ${modified} ${changed}`;
    return this.parts.digest('model', path, kind.model, state) + this.suffix;
  }

  private keyOf(task: FileTask, content: string): string {
    return content + this.circumstances.of(task) + this.suffix;
  }
}

interface SeenState {
  readonly state: FileState;
  /** Whether it may be written to without looking any different. */
  readonly isFresh: boolean;
}

function isSame(one: FileState, other: FileState): boolean {
  return one.size === other.size && one.modified === other.modified && one.changed === other.changed;
}
