import type { Connection } from 'vscode-languageserver';
import { INSPECTOR_SCRIPT_METHOD } from '../protocol/messages';
import type { InspectorModule } from '../workspace/model-files/inspector-module';
import { workerScript } from './worker-script';

/** What looks into model files, in a web worker. @throws Error as {@link workerScript} */
export function loadInspectorScript(connection: Connection): Promise<InspectorModule> {
  const scope = globalThis as { mlsecopsInspector?: InspectorModule };
  return workerScript(connection, INSPECTOR_SCRIPT_METHOD, () => scope.mlsecopsInspector);
}
