import { workspace, type Uri } from 'vscode';

/**
 * Starts a web worker from a script of the extension.
 *
 * @throws Error when the script cannot be read
 */
export async function startWorker(script: Uri, options?: WorkerOptions): Promise<Worker> {
  return new Worker(await scriptAddress(script), options);
}

/**
 * The address of a script of the extension as a worker can load it.
 *
 * An extension host in a browser refuses scripts from `vscode-remote:` and other addresses that only the editor can read, so
 * such a script is read through the editor and loaded from memory.
 *
 * @throws Error when the script cannot be read
 */
export async function scriptAddress(script: Uri): Promise<string> {
  if (script.scheme === 'https' || script.scheme === 'http') return script.toString(true);
  const address = URL.createObjectURL(
    new Blob([new Uint8Array(await workspace.fs.readFile(script))], { type: 'text/javascript' }),
  );
  // Whoever asked has begun to load it by the next turn; keeping it would keep the whole script in memory.
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_MS);
  return address;
}

const REVOKE_MS = 60_000;
