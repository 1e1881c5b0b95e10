import { ErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { Handlers } from './connection/handlers';
import { INITIALIZE_RESULT } from './connection/server-capabilities';
import { registerFeatures } from './features/register-features';
import type { ServerHost } from './host';
import { Session } from './session';
import { registerConfigurationSync } from './sync/configuration-sync';
import { registerNotebookSync } from './sync/notebook-sync';
import { registerTextSync } from './sync/text-sync';

/** Serves one client over a connection until it says `exit`. */
export function startServer(connection: Connection, host: ServerHost): void {
  let current: Session | undefined;
  const session = (): Session => {
    if (!current) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized.');
    return current;
  };

  connection.onInitialize((params) => {
    current = new Session(connection, host, params);
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
  connection.listen();
}
