import '../models/worker-entry';
import type { ToModelWorker } from '../protocol/model/worker-messages';
import { MODEL_THREAD } from './model-editor/model-thread';
import { serveModels } from './model-editor/serve-models';

// One bundle for all who look into model files: scans take what it leaves in the global scope, the editor starts it as a worker
// of its own, which gets the bytes of files from the extension.
// The editor puts words of its own before the name.
if (self.name.endsWith(MODEL_THREAD)) {
  const take = serveModels({ post: (message) => self.postMessage(message), open: undefined });
  self.addEventListener('message', ({ data }: MessageEvent<ToModelWorker>) => take(data));
}
