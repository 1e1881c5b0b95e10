import type { CheckProgress } from './files/check-digests';
import type { ModelFiles } from './files/model-files';
import type { Trust } from './trust/trust';

/** What to verify, and by what. */
export interface VerificationRequest {
  /** The text of the signature file. */
  readonly signature: string;
  /** Its path within the model; undefined when it lies elsewhere. */
  readonly signaturePath?: string | undefined;
  /** Undefined: nothing was said, and the answer is which method the signature needs. */
  readonly trust: Trust | undefined;
  readonly files: ModelFiles;
  /** Paths within the model that need not be signed, besides those that the signature itself leaves out. */
  readonly ignore?: readonly string[];
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: CheckProgress) => void;
}
