import { CancellationError, type CancellationToken } from 'vscode';
import {
  parseFromVerifier,
  type FromVerifier,
  type VerifierJob,
} from '../../../protocol/model/verifier-messages';
import { sizeText } from '../../../report/size-text';
import type { StartVerifier } from '../model-host';

export type VerifierAnswer = Exclude<FromVerifier, { type: 'progress' | 'failed' }>;

export interface VerifierWatch {
  readonly token: CancellationToken;
  /** Told how far the hashing is. */
  readonly onProgress?: (text: string) => void;
}

/**
 * Has the verifier do a job in a thread of its own.
 *
 * @throws CancellationError when the user cancels; the thread is ended
 * @throws Error when it could not be done
 */
export function runVerifier(
  start: StartVerifier,
  job: VerifierJob,
  { token, onProgress }: VerifierWatch,
): Promise<VerifierAnswer> {
  return new Promise<VerifierAnswer>((resolve, reject) => {
    if (token.isCancellationRequested) return reject(new CancellationError());
    const onMessage = (raw: unknown): void => {
      let message: FromVerifier;
      try {
        message = parseFromVerifier(raw);
      } catch {
        return end(() => reject(new Error('The verification answered in a shape that is not known.')));
      }
      if (message.type === 'progress') {
        const { filesDone, filesTotal, bytesDone } = message;
        const files = filesTotal > 1 ? `${filesDone} of ${filesTotal} files, ` : '';
        return onProgress?.(`Hashing: ${files}${sizeText(bytesDone)}`);
      }
      const answer = message;
      end(() => (answer.type === 'failed' ? reject(new Error(answer.message)) : resolve(answer)));
    };
    const thread = start(job, {
      onMessage,
      onLost: (reason) => end(() => reject(new Error(`The verification ended unexpectedly (${reason}).`))),
    });
    const cancelled = token.onCancellationRequested(() => end(() => reject(new CancellationError())));
    const end = (settle: () => void): void => {
      cancelled.dispose();
      thread.dispose();
      settle();
    };
  });
}
