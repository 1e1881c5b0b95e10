import { parentPort, workerData } from 'node:worker_threads';
import { loadLanguagesWith } from '../../source/front-ends';
import { FileAnalysis, type TracedOutcome } from '../file-analysis/analyze-file';
import { loadInspectorWith } from '../model-files/inspector-module';
import { BlockingFileSystem } from './blocking-file-system';
import { contentHash } from './content-hash';
import { loadInspectorBundle } from './inspector-bundle';
import { loadLanguagesBundle } from './languages-bundle';
import type { BatchReply, BatchRequest, WorkerStart } from './worker-messages';

/** Entry point of a worker thread of a scan: takes batches of files, answers with their outcomes. */
function run(): void {
  loadLanguagesWith(loadLanguagesBundle);
  loadInspectorWith(loadInspectorBundle);
  const { setup, isTraced, position } = workerData as WorkerStart;
  const inHand = new Int32Array(position);
  const analysis = new FileAnalysis(new BlockingFileSystem(), setup, isTraced ? contentHash : undefined);
  parentPort?.on('message', (request: BatchRequest) => {
    void answer(request);
  });

  async function answer({ files }: BatchRequest): Promise<void> {
    const outcomes: TracedOutcome[] = [];
    for (const [at, file] of files.entries()) {
      Atomics.store(inHand, 0, at);
      outcomes.push(await analysis.analyze(file));
    }
    const reply: BatchReply = { outcomes };
    parentPort?.postMessage(reply);
  }
}

run();
