import type { Digest } from '../cache/result-store';
import type { FileSystem } from '../file-system';
import { FileAnalysis } from './analyze-file';
import type { AnalyzerSetup, FileAnalyzer, FileTask, NextRound, OnOutcome } from './file-analyzer';

/** Files after which other work of the thread gets its turn. */
const PAUSE_AFTER = 8;

/** Analyses files one after the other in this thread: in a web worker, and where no threads can be started. */
export class InProcessAnalyzer implements FileAnalyzer {
  /** @param digest for outcomes with a trace */
  constructor(
    private readonly fileSystem: FileSystem,
    private readonly digest?: Digest,
  ) {}

  async analyze(
    setup: AnalyzerSetup,
    files: readonly FileTask[],
    onOutcome: OnOutcome,
    signal?: AbortSignal,
    more: NextRound = () => [],
  ): Promise<void> {
    const analysis = new FileAnalysis(this.fileSystem, setup, this.digest);
    for (let tasks = files; tasks.length > 0; tasks = await more()) {
      for (const [at, file] of tasks.entries()) {
        if (at % PAUSE_AFTER === 0) await new Promise((resolve) => setTimeout(resolve, 0));
        if (signal?.aborted) return;
        const { outcome, trace } = await analysis.analyze(file);
        onOutcome(outcome, file, trace);
      }
    }
  }
}
