/** What a verification found. Only `verified` may be shown as "signed". */
export interface Verification {
  /** `impossible`: neither good nor bad can be said, for instance because the format or a method is not supported. */
  readonly outcome: 'verified' | 'failed' | 'impossible';
  /** Who signed; only there when the signature itself holds, whatever became of the files. */
  readonly signer?: Signer;
  /** What has to be named to verify it, when that was not, or something else was. */
  readonly needs?: SigningMethod;
  readonly problems: readonly SignatureProblem[];
  /** Problems beyond those listed. */
  readonly moreProblems: number;
  /** What a reader should know that is no problem: what the signer left out, say. */
  readonly notes: readonly string[];
  /** Files whose digest is as signed, and their bytes. */
  readonly files: number;
  readonly bytes: number;
}

/** How a signature was made: with a key alone, with a key that a certificate vouches for, or by Sigstore without a lasting key. */
export type SigningMethod = 'key' | 'certificate' | 'sigstore';

/** Who signed, by the method that was used to find out. */
export type Signer =
  | { readonly method: 'key'; readonly hint: string }
  | { readonly method: 'certificate'; readonly subject: string; readonly validTo: string }
  | {
      readonly method: 'sigstore';
      readonly identity: string;
      readonly issuer: string;
      /** When the log took the signature in; undefined when only a time-stamping authority says when. */
      readonly loggedAt?: string;
    };

export interface SignatureProblem {
  readonly kind:
    | 'format' // the signature file is broken, or of a kind or version that is not read
    | 'method' // it needs another method than the one given
    | 'trust' // the key, root or trusted root that the user gave cannot be used
    | 'signature' // it does not hold
    | 'certificate'
    | 'identity'
    | 'log' // the transparency log does not confirm it
    | 'manifest' // what was signed breaks the rules
    | 'unsupported'
    | 'changed-file'
    | 'missing-file'
    | 'extra-file'
    | 'link'
    | 'unreadable-file'
    | 'limit';
  readonly message: string;
  /** The file of the model it is about, relative to the model. */
  readonly file?: string;
}

/** A verification that ended with one thing to say, before any file was looked at. */
export function toldVerification(
  outcome: Verification['outcome'],
  kind: SignatureProblem['kind'],
  message: string,
): Verification {
  return { outcome, problems: [{ kind, message }], moreProblems: 0, notes: [], files: 0, bytes: 0 };
}
