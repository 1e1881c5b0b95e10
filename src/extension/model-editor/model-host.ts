import type { Uri } from 'vscode';
import type { VerifierJob } from '../../protocol/model/verifier-messages';
import type { ToModelWorker } from '../../protocol/model/worker-messages';
import type { Disposable } from '../support/emitter';

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

/** Starts a thread that verifies a signature; disposing it ends it, also in the middle of its work. */
export type StartVerifier = (job: VerifierJob, events: ModelThreadEvents) => Disposable;

/** What differs between the desktop and the web for model files. */
export interface ModelHost {
  readonly startThread: (events: ModelThreadEvents) => Promise<ModelThread>;
  /** The path under which the worker can read a file itself; undefined when it has to be given the bytes. */
  readonly pathOf: (uri: Uri) => string | undefined;
  /** Undefined where files cannot be hashed: in a browser. */
  readonly startVerifier: StartVerifier | undefined;
  /** Where the Hugging Face cache lies; undefined where there is none to read. */
  readonly huggingFaceCache: (() => Uri) | undefined;
}
