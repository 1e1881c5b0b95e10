import { FileSystemError, Uri, window, workspace, type WorkspaceFolder } from 'vscode';
import { PROJECT_FILE_NAME, PROJECT_FILE_TEMPLATE } from './template';

/**
 * Opens the project file of a workspace folder; where there is none, as an unsaved file that holds the template. Nothing
 * is written until the user saves.
 *
 * @throws Error when no folder is open
 */
export async function openProjectFile(): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const uri = Uri.joinPath(folder.uri, PROJECT_FILE_NAME);
  if (await exists(uri)) {
    await window.showTextDocument(uri);
    return;
  }
  const unsaved = await workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  const editor = await window.showTextDocument(unsaved);
  if (unsaved.getText() !== '') return;
  await editor.edit((edit) => edit.insert(unsaved.positionAt(0), PROJECT_FILE_TEMPLATE));
}

async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new Error('Open a folder first: the project file belongs to its root.');
  return folders.length === 1 ? folders[0] : window.showWorkspaceFolderPick();
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
