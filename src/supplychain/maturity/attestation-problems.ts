import type { Guide } from '../../catalog/catalog';
import type { CatalogProblem } from '../../catalog/problem';
import type { Attestation } from './attestation';

/**
 * What is wrong with attestations that are well-formed: evidence that there is not or that a machine can see, days in the wrong order or
 * past. Paths begin with the place in the list.
 */
export function attestationProblems(
  attestations: readonly (Attestation & { readonly at: number })[],
  { evidence }: Pick<Guide, 'evidence'>,
  today: string,
): readonly CatalogProblem[] {
  return attestations.flatMap(({ at, ...one }): readonly CatalogProblem[] => {
    const entry = evidence.get(one.evidence);
    if (!entry)
      return [{ path: [at, 'evidence'], message: `the catalog has no evidence \`${one.evidence}\`` }];
    if (entry.elsewhere === undefined)
      return [
        {
          path: [at, 'evidence'],
          message: `\`${one.evidence}\` (${entry.title}) is seen in the repository when it is there, so that it is not taken from an attestation`,
        },
      ];
    if (one.until !== undefined && one.until < one.on)
      return [
        { path: [at, 'until'], message: `\`${one.until}\` is before the day it was said, \`${one.on}\`` },
      ];
    if (one.until !== undefined && one.until < today)
      return [
        {
          path: [at, 'until'],
          message: `this attestation of ${entry.title} counted until ${one.until}; ask ${one.by} anew`,
        },
      ];
    return [];
  });
}
