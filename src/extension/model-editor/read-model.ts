import { workspace, type Uri } from 'vscode';
import { sizeText } from '../../report/size-text';
import type { ModelHost } from './model-host';

/** Where only whole files can be read, larger ones are left alone: they would have to fit into memory. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * A file as the worker takes it: the path where it can read the file itself, otherwise its bytes.
 *
 * @throws Error when the file cannot be read, or is too large to be read as a whole
 */
export async function readModel(uri: Uri, { pathOf }: ModelHost): Promise<string | Uint8Array> {
  const path = pathOf(uri);
  if (path !== undefined) return path;
  const { size } = await workspace.fs.stat(uri);
  if (size > MAX_BYTES) {
    throw new Error(
      `This file system gives whole files only, and the file has ${sizeText(size)}: more than the ${sizeText(MAX_BYTES)} that are read here. Inspect it where it is stored, with "mlsecops inspect".`,
    );
  }
  return workspace.fs.readFile(uri);
}
