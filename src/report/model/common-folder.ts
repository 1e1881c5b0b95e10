/** The folder that all paths lie in, without a slash: PyTorch names it after the file. Empty when there is none. */
export function commonFolder(paths: readonly string[]): string {
  const folder = /^([^/]+)\//u.exec(paths[0] ?? '')?.[1];
  return folder !== undefined && paths.every((path) => path.startsWith(`${folder}/`)) ? folder : '';
}

/** Takes the folder off the beginning of a path. */
export function shortener(folder: string): (path: string) => string {
  const start = `${folder}/`;
  return (path) => (folder !== '' && path.startsWith(start) ? path.slice(start.length) : path);
}
