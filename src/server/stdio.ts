import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { nodeHost } from './node-host';
import { startServer } from './start-server';

/** Serves a client over standard input and output; the process ends when the client says `exit` or goes away. */
export function runStdio(): void {
  const connection = createConnection(
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  );
  startServer(connection, nodeHost());
}
