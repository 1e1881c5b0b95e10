import { createConnection } from 'vscode-languageserver/node';
import { nodeHost } from './node-host';
import { startServer } from './start-server';

// Entry point in a Node process; the command line says how the client is reached (`--node-ipc`, `--stdio`, ...).
startServer(createConnection(), nodeHost());
