import { MAX_EVIDENCE_TEXT, mayHoldEvidence, observeText } from '../../supplychain/evidence/evidence-text';
import type { PlacedObservation } from '../../supplychain/evidence/workspace-evidence';
import type { LocatedSighting } from '../../supplychain/facts/located-facts';
import { mayBeCard, sightCard } from '../../supplychain/inventory/sights/card';
import type { FileSystem } from '../file-system';
import { joinPath } from '../path';

/** Files that are read for evidence alone. */
const MAX_TEXTS = 500;

/** What a file says that no analysis reads. */
export interface TextFacts {
  readonly observations: readonly PlacedObservation[];
  /** The model or dataset that a card describes. */
  readonly sightings: readonly LocatedSighting[];
}

/** Whether a file that no analysis reads can say anything of evidence or of the supply chain. */
export function mayTell(path: string): boolean {
  return mayHoldEvidence(path) || mayBeCard(path);
}

/** What stands in the files that no analysis reads, by their paths relative to the root. The first of them in the order given. */
export async function evidenceTexts(
  fileSystem: FileSystem,
  root: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, TextFacts>> {
  const found = new Map<string, TextFacts>();
  for (const path of paths.filter(mayTell).slice(0, MAX_TEXTS)) {
    const facts = await textFacts(fileSystem, root, path);
    if (facts.observations.length + facts.sightings.length > 0) found.set(path, facts);
  }
  return found;
}

const NOTHING: TextFacts = { observations: [], sightings: [] };

/** A file that cannot be read is no evidence; that it could not be read is told where a scan wants to read it. */
async function textFacts(fileSystem: FileSystem, root: string, path: string): Promise<TextFacts> {
  const absolute = joinPath(root, path);
  // Of a long lock file or bill the beginning says enough.
  const bytes = await (
    fileSystem.head?.(absolute, MAX_EVIDENCE_TEXT) ?? fileSystem.read(absolute, MAX_EVIDENCE_TEXT)
  ).catch(() => undefined);
  if (!bytes) return NOTHING;
  const text = new TextDecoder().decode(bytes);
  return {
    observations: mayHoldEvidence(path) ? observeText(path, text).map((one) => ({ ...one, path })) : [],
    sightings: mayBeCard(path) ? sightCard(path, text) : [],
  };
}
