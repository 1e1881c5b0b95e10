import type { PlacedObservation } from '../../supplychain/evidence/workspace-evidence';
import type { FileFacts } from '../../supplychain/facts/located-facts';
import type { Inventory } from '../../supplychain/inventory/inventory';
import type { KnownParts } from '../../supplychain/openness/known-parts';
import { scan, type ScanRequest, type ScanSummary } from '../scan';
import { SurveyedFolder } from './surveyed-folder';

/** A scan and what it says of the supply chain and of good practice. */
export interface Survey {
  readonly summary: ScanSummary;
  readonly inventory: Inventory;
  /** What the files say that the inventory was made of; sorted by path. */
  readonly facts: readonly FileFacts[];
  /** Sorted by path, then line. */
  readonly observations: readonly PlacedObservation[];
  /** Every file of the workspace that no ignore file excludes, sorted. */
  readonly paths: readonly string[];
}

/** A scan, and what is publicly known of the parts that it may find. */
export type SurveyRequest = Omit<ScanRequest, 'facts' | 'onFile'> & {
  /** Left out: the openness of every part is unknown. */
  readonly known?: KnownParts | undefined;
};

/** Scans a workspace and makes its inventory. The result does not depend on the order of the work. */
export async function survey(request: SurveyRequest): Promise<Survey> {
  const folder = new SurveyedFolder(request.known);
  const summary = await scan({
    ...request,
    facts: true,
    onFile: (path) => folder.addPath(path),
    onResult: (result) => {
      folder.take(result);
      request.onResult?.(result);
    },
  });
  await folder.readTexts(request.fileSystem, request.root);
  return {
    summary,
    inventory: folder.inventory(),
    facts: folder.files(),
    observations: folder.observations(),
    paths: folder.paths(),
  };
}
