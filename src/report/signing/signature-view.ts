import type { SignatureProblem, Verification } from '../../models/signing/verification';
import { oneLine } from '../one-line';
import { sizeText } from '../size-text';
import { signedBy } from './signed-by';

const MAX_PROBLEMS = 200;

/** What is known of the signature of one model, as it is shown. "Signed" is only ever said by `verified`. */
export type SignatureView =
  | { readonly state: 'absent' }
  /** A file that looks like a signature is there; whether it holds is not known. */
  | { readonly state: 'unverified'; readonly file: string }
  /** The same, where nothing can be verified: in a browser, on a virtual file system. */
  | { readonly state: 'elsewhere'; readonly file: string; readonly command: string }
  | { readonly state: 'running'; readonly text: string }
  | SignatureResult;

/** What a verification came to. */
export interface SignatureResult {
  readonly state: Verification['outcome'];
  /** When it was verified, ISO 8601. */
  readonly at: string;
  /** Who signed; only there when the signature itself holds. */
  readonly signer?: string;
  /** On whose word that counts: the policy, or what the user named. */
  readonly trust?: string;
  /** `3 files, 1.2 MB`: what is as it was signed. */
  readonly content?: string;
  readonly problems: readonly string[];
  readonly moreProblems: number;
  readonly notes: readonly string[];
  /** What the user named can be written into the project file. */
  readonly canRemember: boolean;
}

/** A verification as it is shown. */
export function signatureResult(
  { outcome, signer, problems, moreProblems, notes, files, bytes }: Verification,
  trust: string | undefined,
  at: Date,
): SignatureResult {
  const shown = problems.slice(0, MAX_PROBLEMS);
  return {
    state: outcome,
    at: at.toISOString(),
    ...(signer ? { signer: oneLine(signedBy(signer)) } : {}),
    ...(trust === undefined ? {} : { trust: oneLine(trust) }),
    ...(files > 0 ? { content: `${files} ${files === 1 ? 'file' : 'files'}, ${sizeText(bytes)}` } : {}),
    problems: shown.map(problemText),
    moreProblems: moreProblems + problems.length - shown.length,
    notes: notes.map(oneLine),
    canRemember: false,
  };
}

function problemText({ file, message }: SignatureProblem): string {
  return oneLine(file === undefined ? message : `${file}: ${message}`);
}
