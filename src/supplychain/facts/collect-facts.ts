import { observeDocument } from '../evidence/observe-document';
import { sightParts } from '../inventory/sight-parts';
import type { CollectInput } from './collect-input';
import type { DocumentFacts } from './document-facts';

/** What a document tells of the supply chain and of good practice. */
export function collectFacts(input: CollectInput): DocumentFacts {
  return { sightings: sightParts(input), observations: observeDocument(input) };
}
