import { MAX_EVIDENCE_TEXT, mayHoldEvidence, observeText } from '../../supplychain/evidence/evidence-text';
import type { PlacedObservation } from '../../supplychain/evidence/workspace-evidence';
import type { FileSystem } from '../file-system';
import { joinPath } from '../path';

/** Files that are read for evidence alone. */
const MAX_TEXTS = 500;

/** What stands in the files that no analysis reads, by their paths relative to the root. The first of them in the order given. */
export async function evidenceTexts(
  fileSystem: FileSystem,
  root: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, readonly PlacedObservation[]>> {
  const found = new Map<string, readonly PlacedObservation[]>();
  for (const path of paths.filter(mayHoldEvidence).slice(0, MAX_TEXTS)) {
    const observations = await evidenceText(fileSystem, root, path);
    if (observations.length > 0) found.set(path, observations);
  }
  return found;
}

/** A file that cannot be read is no evidence; that it could not be read is told where a scan wants to read it. */
async function evidenceText(
  fileSystem: FileSystem,
  root: string,
  path: string,
): Promise<readonly PlacedObservation[]> {
  const bytes = await fileSystem.read(joinPath(root, path), MAX_EVIDENCE_TEXT).catch(() => undefined);
  if (!bytes) return [];
  const text = new TextDecoder().decode(bytes);
  return observeText(path, text).map((one) => ({ ...one, path }));
}
