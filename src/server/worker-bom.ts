import type { Connection } from 'vscode-languageserver';
import { BOM_SCRIPT_METHOD } from '../protocol/messages';
import type { BomModule } from '../supplychain/bom/bom-module';
import { workerScript } from './worker-script';

/** What writes bills of materials, in a web worker. @throws Error as {@link workerScript} */
export function loadBomScript(connection: Connection): Promise<BomModule> {
  const scope = globalThis as { mlsecopsBom?: BomModule };
  return workerScript(connection, BOM_SCRIPT_METHOD, () => scope.mlsecopsBom);
}
