import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { CLIENT_ID, CLIENT_NAME, type ClientEnvironment } from './client/client-factory';
import {
  BOM_SCRIPT_METHOD,
  EXPORTS_SCRIPT_METHOD,
  INSPECTOR_SCRIPT_METHOD,
  LANGUAGES_SCRIPT_METHOD,
} from '../protocol/messages';
import { scriptAddress, startWorker } from './client/server-worker';
import type { LensApi } from './extension-api';
import { startExtension } from './start-extension';
import { webModels } from './web-models';

/** The scripts that the server imports when it needs them, by the request that asks for their address. */
const SCRIPTS: Readonly<Record<string, string>> = {
  [EXPORTS_SCRIPT_METHOD]: 'exports.js',
  [LANGUAGES_SCRIPT_METHOD]: 'languages.js',
  [INSPECTOR_SCRIPT_METHOD]: 'inspector.js',
  [BOM_SCRIPT_METHOD]: 'bom.js',
};

/** Browsers: the server is a web worker and asks this extension for files. */
export function activate(context: ExtensionContext): LensApi {
  const script = (name: string): Uri => Uri.joinPath(context.extensionUri, 'dist', name);
  const environment: ClientEnvironment = {
    serverReadsFiles: false,
    createClient: async (options) => {
      const worker = await startWorker(script('server.web.js'));
      const client = new QuietLanguageClient(CLIENT_ID, CLIENT_NAME, options, worker);
      for (const [method, name] of Object.entries(SCRIPTS)) {
        client.onRequest(method, async () => ({ url: await scriptAddress(script(name)) }));
      }
      return {
        client,
        dispose: () => worker.terminate(),
      };
    },
  };
  return startExtension(context, environment, webModels(context.extensionUri));
}

/** Failures are told in the status items and the log, never in a toast that nobody asked for. */
class QuietLanguageClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
