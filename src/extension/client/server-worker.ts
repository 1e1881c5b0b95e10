import { workspace, type Uri } from 'vscode';

/**
 * Starts a web worker from a script of the extension.
 *
 * An extension host in a browser refuses workers from `vscode-remote:` and other addresses that only the editor can
 * read, so such a script is read through the editor and started from memory.
 *
 * @throws Error when the script cannot be read
 */
export async function startWorker(script: Uri): Promise<Worker> {
  if (script.scheme === 'https' || script.scheme === 'http') return new Worker(script.toString(true));
  const address = URL.createObjectURL(
    new Blob([new Uint8Array(await workspace.fs.readFile(script))], { type: 'text/javascript' }),
  );
  try {
    return new Worker(address);
  } finally {
    // The worker has begun to load it by the next turn; keeping it would keep the whole script in memory.
    setTimeout(() => URL.revokeObjectURL(address), REVOKE_MS);
  }
}

const REVOKE_MS = 60_000;
