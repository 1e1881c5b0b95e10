import { ErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { RULES } from '../analysis/rules/registry.generated';
import { registerBom } from './bom/bom-requests';
import { registerAgent } from './agent/register-agent';
import { checked, Handlers } from './connection/handlers';
import { initialize } from './connection/params';
import { INITIALIZE_RESULT } from './connection/server-capabilities';
import { registerFeatures } from './features/register-features';
import type { ServerHost } from './host';
import { loadLanguagesWith } from '../source/front-ends';
import { loadBomWith } from '../supplychain/bom/bom-module';
import { loadInspectorWith } from '../workspace/model-files/inspector-module';
import { registerScan } from './scan/register-scan';
import { Session } from './session';
import { registerReports } from './supplychain/report-requests';
import { registerSurveys } from './supplychain/survey-requests';
import { registerConfigurationSync } from './sync/configuration-sync';
import { registerNotebookSync } from './sync/notebook-sync';
import { registerTextSync } from './sync/text-sync';

/** Serves one client over a connection until it says `exit`. */
export function startServer(connection: Connection, host: ServerHost, rules = RULES): void {
  let current: Session | undefined;
  const { loadLanguages, loadInspector, loadBom } = host;
  if (loadLanguages) loadLanguagesWith(() => loadLanguages(connection));
  if (loadInspector) loadInspectorWith(() => loadInspector(connection));
  if (loadBom) loadBomWith(() => loadBom(connection));
  const session = (): Session => {
    if (!current) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized.');
    return current;
  };

  connection.onInitialize((given: unknown) => {
    const params = checked('initialize', initialize, given);
    current = new Session(connection, host, rules, params);
    return INITIALIZE_RESULT;
  });
  connection.onShutdown(() => {
    current = undefined;
  });

  const handlers = new Handlers(connection);
  registerConfigurationSync(handlers, session);
  registerTextSync(handlers, session);
  registerNotebookSync(handlers, session);
  registerFeatures(handlers, session);
  registerScan(handlers, session);
  registerSurveys(handlers, session);
  registerReports(handlers, session);
  registerBom(handlers, session);
  registerAgent(handlers, session);
  connection.listen();
}
