import { homedir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Uri } from 'vscode';
import { cacheFolder } from './model-editor/hugging-face-cache';
import type { ModelHost, ModelThreadEvents } from './model-editor/model-host';
import { MODEL_THREAD } from './model-editor/model-thread';

/** Megabytes; a report of the largest archives takes a hundred. */
const HEAP = 1024;

/** Model files on the desktop and in remotes: read part by part, in a thread of their own. */
export function nodeModels(extensionUri: Uri): ModelHost {
  const scriptOf = (name: string): string => Uri.joinPath(extensionUri, 'dist', name).fsPath;
  return {
    startThread: (events) => Promise.resolve(thread(scriptOf('model-thread.js'), MODEL_THREAD, events)),
    startVerifier: (job, events) => thread(scriptOf('verifier.js'), job, events),
    pathOf: (uri) => (uri.scheme === 'file' ? uri.fsPath : undefined),
    huggingFaceCache: () => Uri.file(cacheFolder(process.env, homedir(), join)),
  };
}

function thread(
  script: string,
  workerData: unknown,
  { onMessage, onLost }: ModelThreadEvents,
): { readonly post: (message: unknown) => void; readonly dispose: () => void } {
  const worker = new Worker(script, { workerData, resourceLimits: { maxOldGenerationSizeMb: HEAP } });
  let disposed = false;
  const lose = (reason: string): void => {
    if (!disposed) onLost(reason);
  };
  worker.on('message', onMessage);
  worker.on('error', (error) => lose(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => lose(`exit code ${code}`));
  return {
    post: (message) => worker.postMessage(message),
    dispose: () => {
      disposed = true;
      void worker.terminate();
    },
  };
}
