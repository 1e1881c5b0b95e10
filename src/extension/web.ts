import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { CLIENT_ID, CLIENT_NAME, type ClientEnvironment } from './client/client-factory';
import {
  EXPORTS_SCRIPT_METHOD,
  INSPECTOR_SCRIPT_METHOD,
  LANGUAGES_SCRIPT_METHOD,
  type ExportsScriptResult,
  type InspectorScriptResult,
  type LanguagesScriptResult,
} from '../protocol/messages';
import { scriptAddress, startWorker } from './client/server-worker';
import type { LensApi } from './extension-api';
import { startExtension } from './start-extension';
import { webModels } from './web-models';

/** Browsers: the server is a web worker and asks this extension for files. */
export function activate(context: ExtensionContext): LensApi {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js');
  const exportsScript = Uri.joinPath(context.extensionUri, 'dist', 'exports.web.js');
  const inspectorScript = Uri.joinPath(context.extensionUri, 'dist', 'inspector.web.js');
  const languagesScript = Uri.joinPath(context.extensionUri, 'dist', 'languages.web.js');
  const environment: ClientEnvironment = {
    serverReadsFiles: false,
    createClient: async (options) => {
      const worker = await startWorker(script);
      const client = new QuietLanguageClient(CLIENT_ID, CLIENT_NAME, options, worker);
      client.onRequest(EXPORTS_SCRIPT_METHOD, async (): Promise<ExportsScriptResult> => ({
        url: await scriptAddress(exportsScript),
      }));
      client.onRequest(LANGUAGES_SCRIPT_METHOD, async (): Promise<LanguagesScriptResult> => ({
        url: await scriptAddress(languagesScript),
      }));
      client.onRequest(INSPECTOR_SCRIPT_METHOD, async (): Promise<InspectorScriptResult> => ({
        url: await scriptAddress(inspectorScript),
      }));
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
