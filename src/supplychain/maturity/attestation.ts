/** What a person says of evidence that cannot be seen in the repository; from `.mlsecops.yaml`. */
export interface Attestation {
  /** Id of the evidence in the catalog. */
  readonly evidence: string;
  /** Who says so. */
  readonly by: string;
  /** The day it was said, `2026-11-01`. */
  readonly on: string;
  /** The last day it counts. */
  readonly until?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * What became of an attestation. Only one that `counts` changes anything. The others: `expired`; `not-yet` (its day is in the future);
 * `seen` (the repository shows it anyway); `contradicted` (the repository plainly shows the opposite); `not-asked` (the project has
 * nothing it is about); `refused` (a machine can see it, or the catalog does not know it).
 */
export type AttestationState =
  'counts' | 'expired' | 'not-yet' | 'seen' | 'contradicted' | 'not-asked' | 'refused';

export interface JudgedAttestation extends Attestation {
  readonly state: AttestationState;
}
