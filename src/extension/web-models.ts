import { Uri } from 'vscode';
import { startWorker } from './client/server-worker';
import type { ModelHost } from './model-editor/model-host';
import { MODEL_THREAD } from './model-editor/model-thread';

/** Model files in a browser: a web worker that is given their bytes. */
export function webModels(extensionUri: Uri): ModelHost {
  const script = Uri.joinPath(extensionUri, 'dist', 'inspector.js');
  return {
    startThread: async ({ onMessage, onLost }) => {
      const worker = await startWorker(script, { name: MODEL_THREAD });
      worker.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data);
      worker.onerror = ({ message }) => onLost(message);
      return { post: (message) => worker.postMessage(message), dispose: () => worker.terminate() };
    },
    pathOf: () => undefined,
    startVerifier: undefined,
    huggingFaceCache: undefined,
  };
}
