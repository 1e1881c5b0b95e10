import { Budget } from '../models/budget';
import { inspectModel } from '../models/inspect';
import type { ToModelWorker } from '../protocol/model/worker-messages';
import { MODEL_THREAD } from './model-editor/model-thread';
import { serveModels } from './model-editor/serve-models';

/** What the bundle leaves in the global scope: scans take the inspection, a thread of Node takes what serves the editor. */
export const MODEL_WORKER = { Budget, inspectModel, serveModels } as const;

export type ModelWorker = typeof MODEL_WORKER;

(globalThis as { mlsecopsInspector?: ModelWorker }).mlsecopsInspector = MODEL_WORKER;

// In a browser the editor starts this very script as a worker of its own, which gets the bytes of files from the extension; the
// editor puts words of its own before the name.
if (typeof self !== 'undefined' && self.name.endsWith(MODEL_THREAD)) {
  const take = serveModels({ post: (message) => self.postMessage(message), open: undefined });
  self.addEventListener('message', ({ data }: MessageEvent<ToModelWorker>) => take(data));
}
