import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_ID, CLIENT_NAME, type ClientEnvironment } from './client/client-factory';
import type { LensApi } from './extension-api';
import { nodeModels } from './node-models';
import { startExtension } from './start-extension';

/** Desktop and remote: the server is a Node process of its own, reached through IPC. */
export function activate(context: ExtensionContext): LensApi {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const environment: ClientEnvironment = {
    serverReadsFiles: true,
    createClient: (options) => {
      const run = { module, transport: TransportKind.ipc };
      const client = new QuietLanguageClient(CLIENT_ID, CLIENT_NAME, { run, debug: run }, options);
      // Stopping the client ends its process; there is nothing else to give back.
      return Promise.resolve({ client, dispose: () => undefined });
    },
  };
  return startExtension(context, environment, nodeModels(context.extensionUri));
}

/** Failures are told in the status items and the log, never in a toast that nobody asked for. */
class QuietLanguageClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
