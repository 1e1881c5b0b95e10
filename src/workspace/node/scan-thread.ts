import { Worker } from 'node:worker_threads';
import { isModelKind } from '../discovery/file-kind';
import type { FileTask } from '../file-analysis/file-analyzer';
import type { BatchReply, BatchRequest, WorkerStart } from './worker-messages';

export type BatchEnd =
  | { readonly kind: 'done'; readonly reply: BatchReply }
  | LostBatch
  /** The thread ended before it took up the first file: another one would fare no better. */
  | { readonly kind: 'not-started'; readonly detail: string };

/** The thread is gone. `culprit` is the file it had in hand. */
export interface LostBatch {
  readonly kind: 'lost';
  readonly culprit: FileTask;
  readonly why: 'crash' | 'time-limit';
  readonly detail: string;
}

const NOT_STARTED = -1;
/** Megabytes. Syntax trees die young: with room for those of several files, hardly any is copied by the collector. */
const YOUNG_GENERATION = 64;

export interface ThreadLimits {
  /** Milliseconds for one file. */
  readonly timePerFile: number;
  /** Milliseconds for one model file, whose inspection has a limit of its own. */
  readonly timePerModel: number;
  /** Megabytes of heap. */
  readonly heap: number;
}

/** One worker thread and the batch it works on. */
export class ScanThread {
  private readonly worker: Worker;
  private readonly position = new Int32Array(new SharedArrayBuffer(4));
  /** Told of what the thread does next; nobody listens between two batches. */
  private onReply: (reply: BatchReply) => void = () => undefined;
  private onLost: (detail: string) => void = () => undefined;
  /** Why the thread is gone; nobody may have listened when it went. */
  private gone: string | undefined;

  constructor(
    script: string,
    start: Omit<WorkerStart, 'position'>,
    private readonly limits: ThreadLimits,
  ) {
    const workerData: WorkerStart = { ...start, position: this.position.buffer };
    const resourceLimits = {
      maxOldGenerationSizeMb: limits.heap,
      maxYoungGenerationSizeMb: YOUNG_GENERATION,
    };
    this.worker = new Worker(script, { workerData, resourceLimits });
    this.worker.on('message', (reply: BatchReply) => this.onReply(reply));
    this.worker.on('error', (error) => this.lose(error.message));
    this.worker.on('exit', (code) => this.lose(`exit code ${code}`));
  }

  /** Runs a batch that is not empty. Never rejects: a crash and a time-out are ends like any other. */
  run(files: readonly FileTask[]): Promise<BatchEnd> {
    const { worker, position, limits, gone } = this;
    if (gone !== undefined) return Promise.resolve({ kind: 'not-started', detail: gone });
    Atomics.store(position, 0, NOT_STARTED);
    return new Promise((resolve) => {
      const end = (result: BatchEnd): void => {
        clearInterval(watch);
        resolve(result);
      };
      const lost = (why: LostBatch['why'], detail: string): void => {
        void worker.terminate();
        const culprit = files[Atomics.load(position, 0)];
        end(culprit ? { kind: 'lost', culprit, why, detail } : { kind: 'not-started', detail });
      };
      // A thread that still stands at the same file after a whole period is stuck in it.
      let lastPosition: number | undefined;
      let periods = 0;
      const watch = setInterval(() => {
        const now = Atomics.load(position, 0);
        periods = now === lastPosition ? periods + 1 : 0;
        lastPosition = now;
        const file = files[now];
        const limit = file && isModelKind(file.kind) ? limits.timePerModel : limits.timePerFile;
        if (periods * limits.timePerFile >= limit) lost('time-limit', `${limit / 1000} s`);
      }, limits.timePerFile);
      this.onReply = (reply) => end({ kind: 'done', reply });
      this.onLost = (detail) => lost('crash', detail);
      const request: BatchRequest = { files };
      worker.postMessage(request);
    });
  }

  private lose(detail: string): void {
    this.gone ??= detail;
    this.onLost(detail);
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
