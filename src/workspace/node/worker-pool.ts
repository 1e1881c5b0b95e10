import { availableParallelism } from 'node:os';
import { CachingAnalyzer } from '../cache/caching-analyzer';
import type {
  AnalyzerSetup,
  FileAnalyzer,
  FileTask,
  NextRound,
  OnOutcome,
} from '../file-analysis/file-analyzer';
import { BlockingFileSystem } from './blocking-file-system';
import { cacheLocation } from './cache-location';
import { contentHash } from './content-hash';
import { DiskCache } from './disk-cache';
import { ScanThread, type LostBatch, type ThreadLimits } from './scan-thread';
import type { BatchReply } from './worker-messages';

export interface PoolOptions {
  /** The built `scan-worker.ts`. */
  readonly script: string;
  /** Threads; by default one for each core. */
  readonly jobs?: number | undefined;
  readonly useCache?: boolean;
  readonly limits?: Partial<ThreadLimits>;
  /** Takes over where threads cannot be started. */
  readonly fallback: FileAnalyzer;
}

const DEFAULT_LIMITS: ThreadLimits = { timePerFile: 20_000, timePerModel: 80_000, heap: 1024 };
const MAXIMUM_JOBS = 32;
/** A thread takes about 40 ms to start; below this many files for each, another one does not pay. */
const FILES_PER_THREAD = 48;
const MAXIMUM_BATCH = 64;

/** Analyses files in worker threads. A file that crashes its thread or takes too long is reported, and the scan goes on. */
export class WorkerPool implements FileAnalyzer {
  private readonly limits: ThreadLimits;

  constructor(private readonly options: PoolOptions) {
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
  }

  async analyze(
    setup: AnalyzerSetup,
    files: readonly FileTask[],
    onOutcome: OnOutcome,
    signal?: AbortSignal,
    more?: NextRound,
  ): Promise<void> {
    const { script, useCache = true } = this.options;
    const location = useCache ? cacheLocation(setup.root, script, setup.configuration) : undefined;
    if (!location) return this.inThreads(false).analyze(setup, files, onOutcome, signal, more);
    const store = new DiskCache(location);
    const fileSystem = new BlockingFileSystem();
    const parts = { store, fileSystem, digest: contentHash, now: Date.now };
    await new CachingAnalyzer(this.inThreads(true), parts).analyze(setup, files, onOutcome, signal, more);
    store.save();
  }

  private inThreads(isTraced: boolean): FileAnalyzer {
    return {
      analyze: async (setup, files, onOutcome, signal, more = () => []) => {
        const queue: FileTask[] = [];
        const { script, fallback } = this.options;
        const { limits } = this;
        const lines: ScanLine[] = [];
        const options: WorkOptions = {
          script,
          setup,
          isTraced,
          limits,
          lines,
          queue,
          onOutcome,
          fallback,
          signal,
        };
        try {
          for (let tasks = files; tasks.length > 0 && !signal?.aborted; tasks = await more()) {
            while (lines.length < this.threadCount(tasks.length)) lines.push(new ScanLine(options));
            queue.push(...[...tasks].reverse());
            await Promise.all(lines.map((line) => line.run()));
          }
        } finally {
          await Promise.all(lines.map((line) => line.stop()));
        }
      },
    };
  }

  private threadCount(files: number): number {
    const wanted = this.options.jobs ?? Math.min(availableParallelism(), Math.ceil(files / FILES_PER_THREAD));
    return Math.max(1, Math.min(wanted, files, MAXIMUM_JOBS));
  }
}

interface WorkOptions {
  readonly script: string;
  readonly setup: AnalyzerSetup;
  readonly isTraced: boolean;
  readonly limits: ThreadLimits;
  /** All threads, by their number. */
  readonly lines: readonly unknown[];
  /** Files still to do, the next one last. Shared by the threads. */
  readonly queue: FileTask[];
  readonly onOutcome: OnOutcome;
  readonly fallback: FileAnalyzer;
  readonly signal: AbortSignal | undefined;
}

/** One thread after the other, of which one works at a time. */
class ScanLine {
  private thread: ScanThread | undefined;

  constructor(private readonly options: WorkOptions) {}

  /** Keeps a thread busy until the queue is empty, with a new thread for each one that is lost. */
  async run(): Promise<void> {
    const { signal } = this.options;
    const stop = (): void => void this.stop();
    signal?.addEventListener('abort', stop);
    try {
      for (let batch = this.take(); batch.length > 0 && !signal?.aborted; batch = this.take()) {
        this.thread ??= this.newThread();
        const end = await this.thread.run(batch);
        if (signal?.aborted) break;
        if (end.kind === 'done') {
          this.handOver(batch, end.reply);
        } else if (end.kind === 'lost') {
          this.thread = undefined;
          this.leaveOut(batch, end);
        } else {
          await this.runHere(batch);
        }
      }
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  private handOver(batch: readonly FileTask[], { outcomes }: BatchReply): void {
    for (const [at, task] of batch.entries()) {
      const done = outcomes[at];
      if (done) this.options.onOutcome(done.outcome, task, done.trace);
    }
  }

  async stop(): Promise<void> {
    await this.thread?.stop();
  }

  private newThread(): ScanThread {
    const { script, setup, isTraced, limits } = this.options;
    return new ScanThread(script, { setup, isTraced }, limits);
  }

  /** Large batches first, small ones towards the end, so that all threads finish together. */
  private take(): FileTask[] {
    const { queue, lines } = this.options;
    const size = Math.min(MAXIMUM_BATCH, Math.max(1, Math.ceil(queue.length / (lines.length * 4))));
    return queue.splice(-size).reverse();
  }

  /** Reports the file that the thread was lost with. What else it had done is done again: its answers went with it. */
  private leaveOut(batch: readonly FileTask[], { culprit, why, detail }: LostBatch): void {
    const message =
      why === 'crash'
        ? `The analysis of this file ended unexpectedly (${detail}); it was left out.`
        : `The analysis of this file took longer than ${detail}; it was left out.`;
    this.options.onOutcome({ kind: 'problem', problem: { path: culprit.path, kind: why, message } }, culprit);
    this.options.queue.push(...batch.filter((file) => file !== culprit).reverse());
  }

  private async runHere(batch: readonly FileTask[]): Promise<void> {
    const { fallback, setup, queue, onOutcome, signal } = this.options;
    const files = [...batch, ...queue.splice(0).reverse()];
    await fallback.analyze(setup, files, onOutcome, signal);
  }
}
