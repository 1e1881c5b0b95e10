import { createConnection } from 'vscode-languageserver/node';
import { nodeHost } from './node-host';
import { startServer } from './start-server';

/** Serves a client over standard input and output; the process ends when the client says `exit` or goes away. */
export function runStdio(): void {
  startServer(createConnection(process.stdin, process.stdout), nodeHost());
}
