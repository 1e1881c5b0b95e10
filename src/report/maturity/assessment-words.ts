import type { Guide } from '../../catalog/catalog';
import type { AssessedDimension, AssessedEvidence, Confidence } from '../../supplychain/maturity/assessment';
import type { AttestationState } from '../../supplychain/maturity/attestation';
import { STATE_WORDS } from '../workspace/maturity-words';

/** What became of an attestation. */
export const ATTESTATION_WORDS: Readonly<Record<AttestationState, string>> = {
  counts: 'counts',
  expired: 'has expired and does not count',
  'not-yet': 'lies in the future and does not count yet',
  seen: 'the repository shows it anyway',
  contradicted: 'the repository shows the opposite',
  'not-asked': 'the project has nothing it is about',
  refused: 'cannot be attested',
};

/** `82 % (54 of 66 could be told)`. */
export function confidenceText({ observed, observable }: Confidence): string {
  if (observable === 0) return 'unknown: nothing applies';
  return `${Math.round((100 * observed) / observable)} % (${observed} of ${observable} could be told)`;
}

/** Every piece of evidence that a dimension asks for, once, by state, with the level it belongs to. */
export function askedEvidence(
  dimension: AssessedDimension,
  states: ReadonlyMap<string, AssessedEvidence>,
): readonly { readonly level: string; readonly evidence: AssessedEvidence }[] {
  const seen = new Set<string>();
  return dimension.asks.flatMap(({ level, anyOf }) =>
    anyOf.flatMap((id) => {
      const evidence = states.get(id);
      if (!evidence || seen.has(id)) return [];
      seen.add(id);
      return [{ level, evidence }];
    }),
  );
}

/** The evidence of one state as `L2 Code owners (EV-CODEOWNERS)`. */
export function evidenceName({ evidence }: Pick<Guide, 'evidence'>, level: string, id: string): string {
  return `${level} ${evidence.get(id)?.title ?? id} (${id})`;
}

export function stateSign(state: AssessedEvidence['state']): string {
  return STATE_WORDS[state][0];
}
