import type { ToModelWorker } from '../protocol/model/worker-messages';
import { serveModels } from './model-editor/serve-models';

// Entry point of the web worker that inspects model files: the extension gives it their bytes.
const take = serveModels({ post: (message) => self.postMessage(message), open: undefined });
self.addEventListener('message', ({ data }: MessageEvent<ToModelWorker>) => take(data));
