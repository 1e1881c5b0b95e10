import type { Api, ApiKind } from '../../catalog/schema/api';
import { CONVENTIONAL_SETS } from '../rule-support/unnamed-source';
import { apiTriggers, type TriggerSet } from './trigger-sets';

/** Kinds of API through which text of an outsider comes in. */
export const SOURCE_KINDS: readonly ApiKind[] = ['untrusted-input', 'request-handler'];

/** Sets of words one of which stands whole in every text with something that an outsider fills. */
export function sourceSets(apis: readonly Api[]): readonly TriggerSet[] {
  return [
    ...apis.flatMap((api) => (SOURCE_KINDS.includes(api.is) ? apiTriggers(api) : [])),
    ...CONVENTIONAL_SETS,
  ];
}
