import { MAX_EVIDENCE_TEXT, mayHoldEvidence, observeText } from '../../supplychain/evidence/evidence-text';
import { observePaths } from '../../supplychain/evidence/observe-paths';
import type { PlacedObservation } from '../../supplychain/evidence/workspace-evidence';
import type { FileFacts } from '../../supplychain/facts/located-facts';
import type { Inventory } from '../../supplychain/inventory/inventory';
import { makeInventory } from '../../supplychain/inventory/make-inventory';
import type { FileResult } from '../file-analysis/file-result';
import type { FileSystem } from '../file-system';
import { joinPath } from '../path';
import { scan, type ScanRequest, type ScanSummary } from '../scan';

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

/** Files that are read for evidence alone. */
const MAX_TEXTS = 500;
/** Files of which the presence may say something. */
const MAX_PATHS = 200_000;

/** Scans a workspace and makes its inventory. The result does not depend on the order of the work. */
export async function survey(request: Omit<ScanRequest, 'facts' | 'onFile'>): Promise<Survey> {
  const facts = new Map<string, FileFacts>();
  const paths = new Set<string>();
  const summary = await scan({
    ...request,
    facts: true,
    onFile: (path) => {
      if (paths.size < MAX_PATHS) paths.add(path);
    },
    onResult: (result: FileResult) => {
      const { path } = result;
      if (result.facts) facts.set(path, { path, ...result.facts });
      else facts.delete(path);
      request.onResult?.(result);
    },
  });
  const sorted = [...facts.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const all = [...paths].sort();
  const observations = [
    ...observePaths(all),
    ...(await textObservations(request.fileSystem, request.root, all)),
    ...sorted.flatMap(({ path, observations: seen }) => seen.map((one) => ({ ...one, path }))),
  ];
  return {
    summary,
    inventory: makeInventory(sorted),
    facts: sorted,
    observations: observations.sort(byPlace),
    paths: all,
  };
}

/** A file that cannot be read is no evidence; that it could not be read is told where a scan wants to read it. */
async function textObservations(
  fileSystem: FileSystem,
  root: string,
  paths: readonly string[],
): Promise<readonly PlacedObservation[]> {
  const found: PlacedObservation[] = [];
  for (const path of paths.filter(mayHoldEvidence).slice(0, MAX_TEXTS)) {
    const bytes = await fileSystem.read(joinPath(root, path), MAX_EVIDENCE_TEXT).catch(() => undefined);
    if (!bytes) continue;
    const text = new TextDecoder().decode(bytes);
    found.push(...observeText(path, text).map((one) => ({ ...one, path })));
  }
  return found;
}

function byPlace(a: PlacedObservation, b: PlacedObservation): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.location.start.line - b.location.start.line || (a.evidence < b.evidence ? -1 : 1);
}
