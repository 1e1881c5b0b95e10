import type { ProjectTrait } from '../../catalog/project-traits';
import type { Evidence } from '../../catalog/schema/maturity';
import type { PlacedObservation } from '../evidence/workspace-evidence';
import { MAX_PLACES, type AssessedEvidence, type EvidencePlace, type EvidenceState } from './assessment';
import type { Attestation, AttestationState, JudgedAttestation } from './attestation';

/** What one piece of evidence is judged by. */
export interface EvidenceGround {
  readonly observations: readonly PlacedObservation[];
  readonly traits: ReadonlySet<ProjectTrait>;
  /** Those of this evidence, in the order of the project file. */
  readonly attestations: readonly Attestation[];
  /** `2026-11-23` */
  readonly today: string;
}

/** The state of one piece of evidence, and what became of the attestations of it, in their order. */
export function assessEvidence(
  evidence: Evidence,
  ground: EvidenceGround,
): { readonly assessed: AssessedEvidence; readonly attestations: readonly JudgedAttestation[] } {
  const { observations, attestations, today } = ground;
  const against = observations.filter(({ holds }) => !holds);
  const seen = against.length > 0 ? against : observations;
  const byItself = stateWithoutWord(evidence, ground, against.length > 0);
  const judged = attestations.map((one): JudgedAttestation => ({
    ...one,
    state: judge(one, evidence, byItself, today),
  }));
  const counting = judged.find(({ state }) => state === 'counts');
  return {
    assessed: {
      id: evidence.id,
      state: counting ? 'attested' : byItself,
      places: seen.slice(0, MAX_PLACES).map(placeOf),
      count: seen.length,
      ...(counting ? { attestation: counting } : {}),
    },
    attestations: judged,
  };
}

function stateWithoutWord(
  { needs, elsewhere }: Evidence,
  { observations, traits }: EvidenceGround,
  isContradicted: boolean,
): EvidenceState {
  if (isContradicted) return 'contradicted';
  if (observations.length > 0) return 'found';
  if (needs.length > 0 && !needs.some((trait) => traits.has(trait))) return 'not-applicable';
  return elsewhere === undefined ? 'missing' : 'not-observable';
}

function judge(
  { on, until }: Attestation,
  { elsewhere }: Evidence,
  state: EvidenceState,
  today: string,
): AttestationState {
  if (elsewhere === undefined) return 'refused';
  if (until !== undefined && until < today) return 'expired';
  if (on > today) return 'not-yet';
  if (state === 'found') return 'seen';
  if (state === 'contradicted') return 'contradicted';
  return state === 'not-applicable' ? 'not-asked' : 'counts';
}

export function placeOf({ path, location, detail }: PlacedObservation): EvidencePlace {
  return { path, location, detail };
}
