import type { FileFacts } from '../../../../src/supplychain/facts/located-facts';
import type { Sighting } from '../../../../src/supplychain/inventory/sighting';

/** What a file tells, with every part on a line of its own. */
export function located(path: string, sightings: readonly Sighting[]): FileFacts {
  return {
    path,
    stages: [],
    observations: [],
    sightings: sightings.map(({ range: _range, ...one }, line) => ({
      ...one,
      location: { start: { line, character: 0 }, end: { line, character: 1 } },
    })),
  };
}
