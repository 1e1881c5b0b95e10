/** What the project's manifests say of a package (`requirements.txt`, `pyproject.toml`, lock and environment files). */
export interface PackageVersion {
  /** The lowest version the manifest allows, as it is written there. */
  readonly minimum: string | undefined;
  /** Manifest that says so, workspace-relative. */
  readonly file: string;
}

/** Looks a package up by its normalised name (lower case, `-` for `_` and `.`); undefined when no manifest names it. */
export interface PackageVersions {
  of(name: string): PackageVersion | undefined;
}

export const NO_PACKAGE_VERSIONS: PackageVersions = { of: () => undefined };
