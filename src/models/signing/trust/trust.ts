import type { TrustedRoot } from './trusted-root';

/** What the user trusts, and with it the method by which a signature is verified. */
export type Trust = KeyTrust | CertificateTrust | SigstoreTrust;

export interface KeyTrust {
  readonly method: 'key';
  /** The text of a PEM file with one public key. */
  readonly pem: string;
}

export interface CertificateTrust {
  readonly method: 'certificate';
  /** The text of a PEM file with one or more roots, and certificates that lead to them. */
  readonly roots: string;
  /** Takes signatures whose certificate has expired since: nothing then proves when they were made. */
  readonly allowExpired?: boolean;
}

export interface SigstoreTrust {
  readonly method: 'sigstore';
  /** Who must have signed: an e-mail address, or the URI of a workflow. */
  readonly identity: string;
  /** Who must have vouched for that: the URI of the OpenID provider. */
  readonly issuer: string;
  /** Left out: the public Sigstore instance, as it was when this was built. */
  readonly trustedRoot?: TrustedRoot;
}
