import { MemorySource, type ByteSource } from '../../models/bytes/byte-source';
import { inspectModel } from '../../models/inspect';
import type { FromModelWorker, ToModelWorker } from '../../protocol/model/worker-messages';
import { comparisonText } from '../../report/model/comparison-text';
import { ModelSession } from '../../report/model/view/model-session';
import { ObservedSource } from '../../report/model/view/observed-source';

/** A file on disk that a worker reads parts of. */
export interface ClosableSource extends ByteSource {
  close(): void;
}

export interface ModelWorkerHost {
  readonly post: (message: FromModelWorker) => void;
  /** Opens a path; undefined where there is no file system. */
  readonly open: ((path: string) => ClosableSource) | undefined;
}

/**
 * What runs in the worker: takes questions one after the other, answers each. A file that cannot be read is an answer too.
 *
 * @returns takes a message
 */
export function serveModels({ post, open }: ModelWorkerHost): (message: ToModelWorker) => void {
  let session: ModelSession | undefined;
  let file: ClosableSource | undefined;

  const sourceOf = (given: string | Uint8Array): ByteSource => {
    file = undefined;
    if (typeof given !== 'string') return new MemorySource(given);
    if (!open) throw new Error('This worker has no file system.');
    return (file = open(given));
  };

  const answer = (message: ToModelWorker): FromModelWorker => {
    const { id } = message;
    switch (message.type) {
      case 'inspect': {
        const current = new ModelSession(sourceOf(message.file), message.name);
        const view = current.inspect({
          onPreview: (preview) => post(viewMessage(id, preview, false)),
          onProgress: (read, size) => post({ type: 'progress', id, read, size }),
        });
        session = current;
        return viewMessage(id, view, true);
      }
      case 'report': {
        session = undefined;
        const source = sourceOf(message.file);
        const observed = new ObservedSource(source, (read) =>
          post({ type: 'progress', id, read: Math.min(read, source.size), size: source.size }),
        );
        const inspection = inspectModel(observed, { name: message.name });
        return { type: 'report', id, verdict: inspection.verdict, text: comparisonText(inspection) };
      }
      case 'opcodes':
        return {
          type: 'opcodes',
          id,
          ...(session?.opcodes(message.pickle, message.page) ?? { rows: [], total: 0 }),
        };
      case 'locate':
        return { type: 'located', id, row: session?.rowAt(message.pickle, message.offset) ?? 0 };
    }
  };

  return (message) => {
    try {
      post(answer(message));
    } catch (error) {
      post({
        type: 'failed',
        id: message.id,
        message: error instanceof Error ? error.message : String(error),
      });
    } finally {
      file?.close();
    }
  };
}

function viewMessage(
  id: number,
  view: ReturnType<ModelSession['inspect']>,
  complete: boolean,
): FromModelWorker {
  return { type: 'view', id, complete, verdict: view.verdict, view: { ...view } };
}
