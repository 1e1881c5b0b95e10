import type { SignatureProblem } from './verification';

/**
 * Ends a verification early: what is wrong with the signature, or why it cannot be judged. It never leaves
 * `src/models/signing`: the verification tells it as one of its problems.
 */
export class SignatureError extends Error {
  constructor(
    readonly kind: SignatureProblem['kind'],
    message: string,
    readonly outcome: 'failed' | 'impossible' = 'failed',
  ) {
    super(message);
    this.name = 'SignatureError';
  }
}

/** The signature may be good or bad: there is no saying with what is at hand. */
export function cannotTell(kind: SignatureProblem['kind'], message: string): SignatureError {
  return new SignatureError(kind, message, 'impossible');
}
