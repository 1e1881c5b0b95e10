import type { SignatureProblem, Signer, SigningMethod } from './verification';

/** What is known so far; it stays known when the rest cannot be verified. */
export interface Found {
  outcome?: 'failed' | 'impossible';
  signer?: Signer;
  needs?: SigningMethod;
  problems: SignatureProblem[];
  notes: string[];
  files: number;
  bytes: number;
}
