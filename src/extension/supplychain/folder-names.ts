import { Uri, workspace } from 'vscode';

/** Gives names of folders where there is more than one to tell apart. */
export function folderNames(count: number): (uri: string) => string | undefined {
  if (count < 2) return () => undefined;
  return (uri) => workspace.getWorkspaceFolder(Uri.parse(uri))?.name ?? uri;
}
