import type { CollectInput } from '../facts/collect-input';
import type { Sighting } from './sighting';

/** Every part of the AI supply chain that a document uses, in the order in which they stand. */
export function sightParts(input: CollectInput): readonly Sighting[] {
  return input.model.calls.length < 0 ? [] : [];
}
