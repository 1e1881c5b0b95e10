/**
 * The folder of a model that a program writes or loads by a path, as other programs beside it would name it: relative to the folder of
 * the program. Undefined for addresses, for what is put in when it runs, and for paths that lead out of the workspace.
 *
 * @param path of the program, relative to the root, with `/`
 */
export function ownFolder(path: string, text: string): string | undefined {
  if (!/^[\w./ -]{1,200}$/u.test(text)) return undefined;
  if (text.startsWith('/')) return text.replace(/\/+$/u, '') || undefined;
  const segments: string[] = path.split('/').slice(0, -1);
  for (const segment of text.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.length === 0 ? undefined : segments.join('/');
}
