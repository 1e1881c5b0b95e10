/** The parts of a uri that say where it points. */
export interface UriParts {
  readonly scheme: string;
  readonly authority: string;
  /** With `/`, percent-decoded. */
  readonly path: string;
}

/**
 * Whether a uri is one of the folders or lies in one. A path with `.` or `..` segments or a back-slash is refused rather
 * than resolved: the server never needs one.
 */
export function isInFolders(uri: UriParts, folders: readonly UriParts[]): boolean {
  if (uri.path.includes('\\') || uri.path.split('/').some((segment) => segment === '.' || segment === '..')) {
    return false;
  }
  return folders.some((folder) => {
    if (folder.scheme !== uri.scheme || folder.authority !== uri.authority) return false;
    const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
    return uri.path === folder.path || uri.path.startsWith(root);
  });
}
