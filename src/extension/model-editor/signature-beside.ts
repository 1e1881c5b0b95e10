import { FileType, Uri, workspace } from 'vscode';
import { NAMES_IN_FOLDER, namesBeside } from '../../models/signing/signature-names';
import { fileName } from './file-name';

/** The name of a file that looks like the signature of this one, or of its folder. Whether it holds is not looked at. */
export async function signatureBeside(uri: Uri): Promise<string | undefined> {
  const folder = Uri.joinPath(uri, '..');
  for (const name of [...namesBeside(fileName(uri)), ...NAMES_IN_FOLDER]) {
    try {
      const { type } = await workspace.fs.stat(Uri.joinPath(folder, name));
      if (type & FileType.File) return name;
    } catch {
      // It is not there.
    }
  }
  return undefined;
}
