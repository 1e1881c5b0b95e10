import {
  NO_PACKAGE_VERSIONS,
  type PackageVersion,
  type PackageVersions,
} from '../../analysis/package-versions';
import type { PackageFact } from './package-fact';
import { compareVersions } from './version-order';

/** What one manifest says. Plain data: it goes to the workers of a scan. */
export interface ManifestFacts {
  /** Folder the manifest lies in, absolute. */
  readonly folder: string;
  /** The manifest as messages name it. */
  readonly file: string;
  readonly facts: readonly PackageFact[];
}

type FolderVersion = PackageVersion & { readonly pinned: boolean };

/** The package versions in force for each file of a workspace: those of the nearest manifest upwards that names the package. */
export class WorkspacePackages {
  private readonly folders = new Map<string, Map<string, FolderVersion>>();

  constructor(manifests: readonly ManifestFacts[]) {
    for (const { folder, file, facts } of manifests) {
      const versions = this.folders.get(folder) ?? new Map<string, FolderVersion>();
      this.folders.set(folder, versions);
      for (const { name, minimum, pinned } of facts) {
        const known = versions.get(name);
        const found = { minimum, pinned, file };
        if (!known || tellsMore(found, known)) versions.set(name, found);
      }
    }
  }

  /** @param foldersUpwards folder of the file and those above it, absolute, the nearest first */
  forFolders(foldersUpwards: readonly string[]): PackageVersions {
    const inForce = foldersUpwards.flatMap((folder) => this.folders.get(folder) ?? []);
    if (inForce.length === 0) return NO_PACKAGE_VERSIONS;
    return {
      of(name) {
        for (const versions of inForce) {
          const found = versions.get(name);
          if (found) return { minimum: found.minimum, file: found.file };
        }
        return undefined;
      },
    };
  }
}

interface Bound {
  readonly minimum: string | undefined;
  readonly pinned: boolean;
}

/** In one folder a pin tells more than a range, a range more than a bare name; of two alike the lower counts. */
function tellsMore(found: Bound, known: Bound): boolean {
  if (found.pinned !== known.pinned) return found.pinned;
  if (found.minimum === undefined || known.minimum === undefined) return known.minimum === undefined;
  return compareVersions(found.minimum, known.minimum) < 0;
}
