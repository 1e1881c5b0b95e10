import type { SignatureProblem, Signer } from './verification';

/** What is known so far; it stays known when the rest cannot be verified. */
export interface Found {
  outcome?: 'failed' | 'impossible';
  signer?: Signer;
  problems: SignatureProblem[];
  notes: string[];
  files: number;
  bytes: number;
}
