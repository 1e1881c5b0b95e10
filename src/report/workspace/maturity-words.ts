import type { Guide } from '../../catalog/catalog';
import type { EvidencePlace, EvidenceState, NextStep } from '../../supplychain/maturity/assessment';
import { withoutControlCharacters } from '../control-characters';

/** What is known of evidence: a sign that needs no colour, and words. */
export const STATE_WORDS: Readonly<Record<EvidenceState, readonly [sign: string, words: string]>> = {
  found: ['✓', 'found'],
  attested: ['✎', 'attested, not seen'],
  contradicted: ['✗', 'the opposite was found'],
  missing: ['○', 'not found'],
  'not-observable': ['?', 'cannot be seen from here'],
  'not-applicable': ['–', 'does not apply'],
};

/** `L2 Pinned and inventoried`; for a dimension without a level that it does not apply. */
export function levelName({ maturityLevels }: Pick<Guide, 'maturityLevels'>, id: string | undefined): string {
  if (id === undefined) return 'does not apply';
  const level = maturityLevels.get(id);
  return level ? `${level.id} ${level.title}` : id;
}

/** The level as dots, for the eye. */
export function levelDots({ maturityLevels }: Pick<Guide, 'maturityLevels'>, id: string | undefined): string {
  const most = Math.max(0, ...[...maturityLevels.values()].map(({ number }) => number));
  const reached = maturityLevels.get(id ?? '')?.number ?? 0;
  return '●'.repeat(reached) + '○'.repeat(most - reached);
}

const STEP_WORDS: Readonly<Record<NextStep['kind'], string>> = {
  add: 'Add',
  complete: 'Complete',
  remove: 'Remove',
  attest: 'Do, or attest',
};

/** `Add: Model card (hours)`. */
export function stepText(
  { evidence }: Pick<Guide, 'evidence'>,
  { kind, evidence: id, effort }: NextStep,
): string {
  return `${STEP_WORDS[kind]}: ${evidence.get(id)?.title ?? id} (${effort})`;
}

/** `ci.yml:12: what was seen`. */
export function evidencePlaceText({ path, location, detail }: EvidencePlace): string {
  const place = location.start.line === 0 && detail === '' ? path : `${path}:${location.start.line + 1}`;
  return withoutControlCharacters(detail === '' ? place : `${place}: ${detail}`);
}
