import { FileAnalysis } from '../../workspace/file-analysis/analyze-file';
import type { FileAnalyzer } from '../../workspace/file-analysis/file-analyzer';
import type { FileSystem } from '../../workspace/file-system';

/** Analyses files one after the other in this thread; messages are taken in between. */
export class InPlaceAnalyzer implements FileAnalyzer {
  constructor(private readonly files: FileSystem) {}

  analyze: FileAnalyzer['analyze'] = async (setup, files, onOutcome, signal) => {
    const analysis = new FileAnalysis(this.files, setup);
    for (const file of files) {
      if (signal?.aborted) return;
      onOutcome(await analysis.analyze(file));
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
}
