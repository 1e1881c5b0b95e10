import type { Connection } from 'vscode-languageserver';
import { EXPORTS_SCRIPT_METHOD } from '../protocol/messages';
import type { LifecycleExports } from '../report/lifecycle/lifecycle-exports';
import { workerScript } from './worker-script';

/** What clients take away, in a web worker. @throws Error as {@link workerScript} */
export function loadExportsScript(connection: Connection): Promise<LifecycleExports> {
  const scope = globalThis as { mlsecopsExports?: LifecycleExports };
  return workerScript(connection, EXPORTS_SCRIPT_METHOD, () => scope.mlsecopsExports);
}
