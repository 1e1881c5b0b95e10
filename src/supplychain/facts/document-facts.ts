import type { Observation } from '../evidence/observation';
import type { Sighting } from '../inventory/sighting';

/** What one document tells of the supply chain and of good practice. Plain data. */
export interface DocumentFacts {
  readonly sightings: readonly Sighting[];
  readonly observations: readonly Observation[];
}

export const NO_FACTS: DocumentFacts = { sightings: [], observations: [] };
