import { parentPort, workerData } from 'node:worker_threads';
import type { ToModelWorker } from '../protocol/model/worker-messages';
import { ReopenedFile } from '../workspace/node/reopened-file';
import { MODEL_THREAD } from './model-editor/model-thread';
import { serveModels } from './model-editor/serve-models';

// One bundle for all who look into model files: scans take what it exports, the editor starts it as a thread of its own.
export * from '../models/inspector-entry';

if (workerData === MODEL_THREAD && parentPort) {
  const port = parentPort;
  const take = serveModels({
    post: (message) => port.postMessage(message),
    open: (path) => new ReopenedFile(path),
  });
  port.on('message', (message: ToModelWorker) => take(message));
}
