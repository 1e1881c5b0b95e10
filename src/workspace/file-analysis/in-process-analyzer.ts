import type { ResultCache } from '../cache/result-cache';
import type { FileSystem } from '../file-system';
import { FileAnalysis } from './analyze-file';
import type { AnalyzerSetup, FileAnalyzer, FileOutcome, FileTask } from './file-analyzer';

/** Files after which other work of the thread gets its turn. */
const PAUSE_AFTER = 8;

/** Analyses files one after the other in this thread: in a web worker, and where no threads can be started. */
export class InProcessAnalyzer implements FileAnalyzer {
  constructor(
    private readonly fileSystem: FileSystem,
    private readonly cache?: ResultCache,
  ) {}

  async analyze(
    setup: AnalyzerSetup,
    files: readonly FileTask[],
    onOutcome: (outcome: FileOutcome) => void,
    signal?: AbortSignal,
    more: () => readonly FileTask[] = () => [],
  ): Promise<void> {
    const analysis = new FileAnalysis(this.fileSystem, setup, this.cache);
    for (let tasks = files; tasks.length > 0; tasks = more()) {
      for (const [at, file] of tasks.entries()) {
        if (at % PAUSE_AFTER === 0) await new Promise((resolve) => setTimeout(resolve, 0));
        if (signal?.aborted) return;
        onOutcome(await analysis.analyze(file));
      }
    }
  }
}
