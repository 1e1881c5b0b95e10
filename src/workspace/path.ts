/** Path arithmetic on `/`-separated absolute paths, the same in Node and in a web worker. Never touches a disk. */

/** `folder` and `name` as one path. */
export function joinPath(folder: string, name: string): string {
  if (name === '') return folder;
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** Everything before the last `/`; the root of a drive or share for what lies directly in it. */
export function parentPath(path: string): string {
  const at = path.lastIndexOf('/');
  return at <= 0 ? '/' : path.slice(0, at);
}

/** What follows the last `/`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `path` relative to `folder`; empty for the folder itself, undefined when it lies elsewhere. */
export function relativePath(folder: string, path: string): string | undefined {
  if (path === folder) return '';
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

/** The nearest folder that holds every one of `folders`; `/` when they share none. */
export function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? '/';
  for (const folder of folders) {
    while (common !== '/' && relativePath(common, folder) === undefined) {
      const parent = parentPath(common);
      common = parent === common ? '/' : parent;
    }
  }
  return common;
}

/** `folder` and every folder above it, the nearest first. */
export function foldersUpwards(folder: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; at !== '/' && at !== '';) {
    const parent = parentPath(at);
    if (parent === at) break;
    folders.push(parent);
    at = parent;
  }
  return folders;
}
