import type { DocumentFacts } from '../../supplychain/facts/document-facts';
import type { FactLocation, LocatedFacts } from '../../supplychain/facts/located-facts';
import type { TextRange } from '../../source/range';
import type { Locator } from './locator';

/** The facts with lines and columns; undefined when there are none. */
export function locateFacts(
  { sightings, observations }: DocumentFacts,
  locator: Locator,
  stages: readonly string[],
): LocatedFacts | undefined {
  if (sightings.length + observations.length === 0) return undefined;
  const locate = (range: TextRange): FactLocation => {
    const { start, end, cell } = locator.locate(range);
    return { start, end, ...(cell === undefined ? {} : { cell }) };
  };
  return {
    sightings: sightings.map(({ range, ...sighting }) => ({ ...sighting, location: locate(range) })),
    observations: observations.map(({ range, ...observed }) => ({ ...observed, location: locate(range) })),
    stages,
  };
}
