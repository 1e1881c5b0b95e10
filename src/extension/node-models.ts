import { homedir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Uri } from 'vscode';
import { cacheFolder } from './model-editor/hugging-face-cache';
import type { ModelHost } from './model-editor/model-host';
import { MODEL_THREAD } from './model-editor/model-thread';

/** Megabytes; a report of the largest archives takes a hundred. */
const HEAP = 1024;

/** Model files on the desktop and in remotes: read part by part, in a thread of their own. */
export function nodeModels(extensionUri: Uri): ModelHost {
  const script = Uri.joinPath(extensionUri, 'dist', 'inspector.js').fsPath;
  return {
    startThread: ({ onMessage, onLost }) => {
      const worker = new Worker(script, {
        workerData: MODEL_THREAD,
        resourceLimits: { maxOldGenerationSizeMb: HEAP },
      });
      let disposed = false;
      const lose = (reason: string): void => {
        if (!disposed) onLost(reason);
      };
      worker.on('message', onMessage);
      worker.on('error', (error) => lose(error instanceof Error ? error.message : String(error)));
      worker.on('exit', (code) => lose(`exit code ${code}`));
      return Promise.resolve({
        post: (message) => worker.postMessage(message),
        dispose: () => {
          disposed = true;
          void worker.terminate();
        },
      });
    },
    pathOf: (uri) => (uri.scheme === 'file' ? uri.fsPath : undefined),
    huggingFaceCache: () => Uri.file(cacheFolder(process.env, homedir(), join)),
  };
}
