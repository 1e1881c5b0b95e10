import * as v from 'valibot';
import type { Connection } from 'vscode-languageserver';

declare function importScripts(url: string): void;

const scriptResult = v.object({ url: v.string() });

/**
 * Imports a script of the extension into this web worker, whose address the client knows: the client has started this very
 * worker from such a script.
 *
 * @param method the request that is answered with the address
 * @param left gives what the script leaves in the global scope; undefined before it has run
 * @throws Error when the client has no such script, or the browser refuses it
 */
export async function workerScript<T>(
  connection: Connection,
  method: string,
  left: () => T | undefined,
): Promise<T> {
  if (left() === undefined) importScripts(v.parse(scriptResult, await connection.sendRequest(method)).url);
  const found = left();
  if (found === undefined) throw new Error(`The script of ${method} is not of this version.`);
  return found;
}
