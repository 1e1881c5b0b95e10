import { FileType, Uri, workspace } from 'vscode';
import { NAMES_IN_FOLDER } from '../../../models/signing/signature-names';
import { fileName } from '../file-name';

const SIGNATURE = /\.(?:sig|sigstore|sigstore\.json)$/u;

/**
 * What a user means who asks for the verification of a file: of a signature, what it signs; otherwise the file itself.
 *
 * @throws Error when nothing lies where what it signs should be
 */
export async function signedThing(uri: Uri): Promise<Uri> {
  const name = fileName(uri);
  if (NAMES_IN_FOLDER.includes(name)) return Uri.joinPath(uri, '..');
  if (!SIGNATURE.test(name)) return uri;
  const signed = Uri.joinPath(uri, '..', name.replace(SIGNATURE, ''));
  try {
    await workspace.fs.stat(signed);
  } catch {
    throw new Error(
      `Beside ${name} there is no ${fileName(signed)} that it could sign. Choose the model or its folder instead.`,
    );
  }
  return signed;
}

/** Whether something is a folder. @throws Error when it is not there */
export async function isFolder(uri: Uri): Promise<boolean> {
  return ((await workspace.fs.stat(uri)).type & FileType.Directory) !== 0;
}
