/** What is wrong with a path that shall lie in a folder. */
export function pathProblem(path: string): string | undefined {
  if (path === '' || path.endsWith('/')) return 'A name is needed.';
  if (path.startsWith('/') || path.includes('\\') || /^[a-z]:/iu.test(path))
    return 'A path relative to the folder is needed, with / between its parts.';
  if (path.split('/').some((part) => part === '..' || part === '.' || part === ''))
    return 'The file must lie in the folder.';
  return undefined;
}
