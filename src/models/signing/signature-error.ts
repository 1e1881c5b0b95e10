import type { SignatureProblem, SigningMethod } from './verification';

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

const NEEDED: Readonly<Record<SigningMethod, string>> = {
  key: 'the public key of the signer',
  certificate: 'trusted certificates',
  sigstore: 'the identity of the signer and its issuer',
};

/** The signature needs another method than the one given, or than none. */
export class MethodNeeded extends SignatureError {
  constructor(readonly needs: SigningMethod) {
    super('method', `To verify this signature, name ${NEEDED[needs]}.`, 'impossible');
    this.name = 'MethodNeeded';
  }
}
