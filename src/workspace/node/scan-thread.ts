import { Worker } from 'node:worker_threads';
import type { DiscoveredFile } from '../discovery/discover';
import type { BatchReply, BatchRequest, WorkerStart } from './worker-messages';

export type BatchEnd =
  | { readonly kind: 'done'; readonly reply: BatchReply }
  | LostBatch
  /** The thread ended before it took up the first file: another one would fare no better. */
  | { readonly kind: 'not-started'; readonly detail: string };

/** The thread is gone. `culprit` is the file it had in hand. */
export interface LostBatch {
  readonly kind: 'lost';
  readonly culprit: DiscoveredFile;
  readonly why: 'crash' | 'time-limit';
  readonly detail: string;
}

const NOT_STARTED = -1;

export interface ThreadLimits {
  /** Milliseconds for one file. */
  readonly timePerFile: number;
  /** Megabytes of heap. */
  readonly heap: number;
}

/** One worker thread and the batch it works on. */
export class ScanThread {
  private readonly worker: Worker;
  private readonly position = new Int32Array(new SharedArrayBuffer(4));

  constructor(
    script: string,
    start: Omit<WorkerStart, 'position'>,
    private readonly limits: ThreadLimits,
  ) {
    const workerData: WorkerStart = { ...start, position: this.position.buffer as SharedArrayBuffer };
    this.worker = new Worker(script, { workerData, resourceLimits: { maxOldGenerationSizeMb: limits.heap } });
  }

  /** Runs a batch that is not empty. Never rejects: a crash and a time-out are ends like any other. */
  run(files: readonly DiscoveredFile[]): Promise<BatchEnd> {
    const { worker, position } = this;
    Atomics.store(position, 0, NOT_STARTED);
    return new Promise((resolve) => {
      let lastPosition: number | undefined;
      const end = (result: BatchEnd): void => {
        clearInterval(watch);
        worker.removeAllListeners();
        resolve(result);
      };
      const lost = (why: 'crash' | 'time-limit', detail: string): void => {
        void worker.terminate();
        const culprit = files[Atomics.load(position, 0)];
        end(culprit ? { kind: 'lost', culprit, why, detail } : { kind: 'not-started', detail });
      };
      // A thread that still stands at the same file after a whole period is stuck in it.
      const watch = setInterval(() => {
        const now = Atomics.load(position, 0);
        if (now === lastPosition) lost('time-limit', `${this.limits.timePerFile / 1000} s`);
        lastPosition = now;
      }, this.limits.timePerFile);
      worker.on('message', (reply: BatchReply) => end({ kind: 'done', reply }));
      worker.on('error', (error) => lost('crash', error.message));
      worker.on('exit', (code) => lost('crash', `exit code ${code}`));
      const request: BatchRequest = { files };
      worker.postMessage(request);
    });
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
