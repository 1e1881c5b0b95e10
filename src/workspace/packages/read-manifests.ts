import type { FileProblem } from '../file-problem';
import { fileProblem } from '../file-problem';
import type { FileSystem } from '../file-system';
import { baseName, parentPath, relativePath } from '../path';
import { isManifest, MANIFEST_SIZE_LIMIT, readManifest } from './manifest-kind';
import type { ManifestFacts } from './workspace-packages';

/** Reads manifests; one that cannot be read is reported and says nothing. */
export async function readManifests(
  fileSystem: FileSystem,
  root: string,
  paths: readonly string[],
): Promise<{ readonly manifests: readonly ManifestFacts[]; readonly problems: readonly FileProblem[] }> {
  const manifests: ManifestFacts[] = [];
  const problems: FileProblem[] = [];
  for (const path of paths.filter((path) => isManifest(baseName(path)))) {
    const file = relativePath(root, path) ?? path;
    try {
      const bytes = await fileSystem.read(path, MANIFEST_SIZE_LIMIT);
      const text = new TextDecoder().decode(bytes);
      const facts = readManifest(baseName(path), text);
      if (facts.length > 0) manifests.push({ folder: parentPath(path), file, facts });
    } catch (error) {
      problems.push(fileProblem(file, 'file', error));
    }
  }
  return { manifests, problems };
}
