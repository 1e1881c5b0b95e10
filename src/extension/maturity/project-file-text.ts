import { FileSystemError, Uri, workspace, type TextDocument } from 'vscode';
import { PROJECT_FILE_NAME } from '../project-file/template';

/** The project file of a folder as the editor has it, with changes that are not saved; undefined where there is none. */
export async function openedProjectFile(folder: Uri): Promise<TextDocument | undefined> {
  const uri = projectFileOf(folder);
  try {
    await workspace.fs.stat(uri);
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
  return workspace.openTextDocument(uri);
}

export function projectFileOf(folder: Uri): Uri {
  return Uri.joinPath(folder, PROJECT_FILE_NAME);
}
