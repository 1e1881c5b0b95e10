import type { Uri } from 'vscode';
import type { ToModelWorker } from '../../protocol/model/worker-messages';

/** A worker that inspects model files, however it is started. */
export interface ModelThread {
  post(message: ToModelWorker): void;
  /** Ends it, also in the middle of its work. */
  dispose(): void;
}

export interface ModelThreadEvents {
  /** Unchecked. */
  readonly onMessage: (message: unknown) => void;
  /** It has ended by itself. */
  readonly onLost: (reason: string) => void;
}

/** What differs between the desktop and the web for model files. */
export interface ModelHost {
  readonly startThread: (events: ModelThreadEvents) => Promise<ModelThread>;
  /** The path under which the worker can read a file itself; undefined when it has to be given the bytes. */
  readonly pathOf: (uri: Uri) => string | undefined;
  /** Where the Hugging Face cache lies; undefined where there is none to read. */
  readonly huggingFaceCache: (() => Uri) | undefined;
}
