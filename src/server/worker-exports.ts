import * as v from 'valibot';
import type { Connection } from 'vscode-languageserver';
import { EXPORTS_SCRIPT_METHOD } from '../protocol/messages';
import type { LifecycleExports } from '../report/lifecycle/lifecycle-exports';

declare function importScripts(url: string): void;

const scriptResult = v.object({ url: v.string() });

/** Where the script of the exports leaves what it holds. */
interface ExportsScope {
  mlsecopsExports?: LifecycleExports;
}

/**
 * What clients take away, in a web worker: from a script of the extension, whose address the client knows. The client has
 * started this very worker from such a script.
 *
 * @throws Error when the client has no such script, or the browser refuses it
 */
export async function loadExportsScript(connection: Connection): Promise<LifecycleExports> {
  const scope = globalThis as ExportsScope;
  if (!scope.mlsecopsExports) {
    const { url } = v.parse(scriptResult, await connection.sendRequest(EXPORTS_SCRIPT_METHOD));
    importScripts(url);
  }
  if (!scope.mlsecopsExports) throw new Error('The script of the exports is not of this version.');
  return scope.mlsecopsExports;
}
