import { parentPort } from 'node:worker_threads';
import type { ToModelWorker } from '../protocol/model/worker-messages';
import { bundleBeside } from '../workspace/node/bundle-beside';
import { INSPECTOR_BUNDLE } from '../workspace/node/inspector-bundle';
import { ReopenedFile } from '../workspace/node/reopened-file';
import type { ModelWorker } from './model-worker';

// The thread of the model editor: it reads files in parts, what looks into them lies beside it.
if (parentPort) {
  const port = parentPort;
  const scope = globalThis as { mlsecopsInspector?: ModelWorker };
  const { serveModels } = bundleBeside(INSPECTOR_BUNDLE, () => scope.mlsecopsInspector);
  const take = serveModels({
    post: (message) => port.postMessage(message),
    open: (path) => new ReopenedFile(path),
  });
  port.on('message', (message: ToModelWorker) => take(message));
}
