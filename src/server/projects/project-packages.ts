import { NO_PACKAGE_VERSIONS, type PackageVersions } from '../../analysis/package-versions';
import { readManifests } from '../../workspace/packages/read-manifests';
import { isManifest } from '../../workspace/packages/manifest-kind';
import { WorkspacePackages, type ManifestFacts } from '../../workspace/packages/workspace-packages';
import { foldersUpwards, joinPath, parentPath, relativePath } from '../../workspace/path';
import type { ProjectPlace } from './project-place';

/** Package versions for single files of a project. Folders are read when a file first needs them, and once. */
export class ProjectPackages {
  private readonly manifests = new Map<string, Promise<readonly ManifestFacts[]>>();
  private readonly versions = new Map<string, Promise<PackageVersions>>();

  constructor(private readonly place: ProjectPlace) {}

  /** What the manifests beside and above a file say; `path` is relative to the project. */
  of(path: string): Promise<PackageVersions> {
    if (this.place.uri === undefined) return Promise.resolve(NO_PACKAGE_VERSIONS);
    const folder = parentPath(joinPath(this.place.path, path));
    const known = this.versions.get(folder) ?? this.read(folder);
    this.versions.set(folder, known);
    return known;
  }

  private async read(folder: string): Promise<PackageVersions> {
    const folders = foldersUpwards(folder).filter((at) => relativePath(this.place.path, at) !== undefined);
    const facts = await Promise.all(folders.map((at) => this.manifestsIn(at)));
    return new WorkspacePackages(facts.flat()).forFolders(folders);
  }

  private manifestsIn(folder: string): Promise<readonly ManifestFacts[]> {
    const known = this.manifests.get(folder) ?? this.readFolder(folder);
    this.manifests.set(folder, known);
    return known;
  }

  private async readFolder(folder: string): Promise<readonly ManifestFacts[]> {
    const { files, path: root } = this.place;
    try {
      const entries = await files.list(folder);
      const paths = entries.filter(({ name }) => isManifest(name)).map(({ name }) => joinPath(folder, name));
      return (await readManifests(files, root, paths)).manifests;
    } catch {
      // A folder that cannot be listed says nothing of versions; the scan is what reports it.
      return [];
    }
  }
}
