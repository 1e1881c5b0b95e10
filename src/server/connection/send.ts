import type { Connection } from 'vscode-languageserver';

/** Lets go of a message nobody waits for: when the client has left or refuses it, there is nothing to do about it. */
export function send(message: Promise<unknown>, connection: Connection): void {
  message.catch((error: unknown) => {
    connection.console.info(`A message was not delivered: ${String(error)}`);
  });
}
