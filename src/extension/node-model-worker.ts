import { parentPort } from 'node:worker_threads';
import type { ToModelWorker } from '../protocol/model/worker-messages';
import { ReopenedFile } from '../workspace/node/reopened-file';
import { serveModels } from './model-editor/serve-models';

// Entry point of the thread that inspects model files: they are read from disk part by part.
const take = serveModels({
  post: (message) => parentPort?.postMessage(message),
  open: (path) => new ReopenedFile(path),
});
parentPort?.on('message', (message: ToModelWorker) => take(message));
