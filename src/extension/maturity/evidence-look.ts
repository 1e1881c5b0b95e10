import type { EvidenceState, NextStep } from '../../supplychain/maturity/assessment';
import type { AttestationState } from '../../supplychain/maturity/attestation';
import type { NodeIcon } from '../tree/tree-node';

const GOOD = 'testing.iconPassed';
const WARNING = 'problemsWarningIcon.foreground';

/** What each state of evidence is called, and how it looks; in the order in which they are listed. */
export const STATE_LOOKS: Readonly<
  Record<EvidenceState, { readonly title: string; readonly word: string; readonly icon: NodeIcon }>
> = {
  contradicted: {
    title: 'Contradicted',
    word: 'contradicted',
    icon: { name: 'warning', color: WARNING },
  },
  missing: { title: 'Missing', word: 'missing', icon: { name: 'circle-large-outline' } },
  'not-observable': {
    title: 'Cannot be seen in the files',
    word: 'cannot be seen',
    icon: { name: 'question' },
  },
  found: { title: 'Found', word: 'found', icon: { name: 'pass', color: GOOD } },
  attested: { title: 'Attested', word: 'attested', icon: { name: 'account', color: GOOD } },
  'not-applicable': { title: 'Does not apply', word: 'does not apply', icon: { name: 'circle-slash' } },
};

export const LISTED_STATES: readonly EvidenceState[] = [
  'contradicted',
  'missing',
  'not-observable',
  'found',
  'attested',
  'not-applicable',
];

/** What a step asks somebody to do. */
export const STEP_VERBS: Readonly<Record<NextStep['kind'], string>> = {
  add: 'add',
  complete: 'complete',
  remove: 'remove',
  attest: 'attest',
};

/** What became of an attestation, in words; empty for one that counts. */
export const ATTESTATION_WORDS: Readonly<Record<AttestationState, string>> = {
  counts: '',
  expired: 'expired',
  'not-yet': 'dated in the future, does not count yet',
  seen: 'not needed: the files show it',
  contradicted: 'does not count: the files show the opposite',
  'not-asked': 'not asked of this project',
  refused: 'does not count: this is looked for in the files, or the catalog does not know it',
};
