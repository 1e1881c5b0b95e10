import { env, workspace, type LogOutputChannel } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  RevealOutputChannelOn,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../../protocol/messages';
import { ruleLinkTemplate } from '../links/guidance-link';
import { serverSettings } from '../settings';
import { documentSelector } from './document-selector';
import type { RestartPolicy } from './restart-policy';

export interface OptionsInput {
  readonly log: LogOutputChannel;
  readonly serverReadsFiles: boolean;
  readonly extensionId: string;
  readonly restarts: RestartPolicy;
  /** The server is given up. */
  readonly onGivenUp: () => void;
}

/** Options of the language client: quiet, and read anew at every start. */
export function clientOptions(input: OptionsInput): LanguageClientOptions {
  const schemes = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  const initializationOptions: InitializationOptions = {
    settings: serverSettings(),
    // A folder that is not on this machine's disk can only be read through the editor.
    clientFileSystem: !input.serverReadsFiles || schemes.some((scheme) => scheme !== 'file'),
    ruleLink: ruleLinkTemplate(env.uriScheme, input.extensionId),
  };
  return {
    documentSelector: documentSelector(schemes),
    initializationOptions,
    diagnosticCollectionName: 'mlsecops',
    diagnosticPullOptions: { onChange: true },
    outputChannel: input.log,
    traceOutputChannel: input.log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: false, supportHtml: false },
    errorHandler: quietErrorHandler(input),
    initializationFailedHandler: (error: unknown) => {
      input.log.error(`The language server could not be started: ${String(error)}`);
      return false;
    },
  };
}

/** Starts a server that ended again a few times, then gives up: told in the status items and the log, never in a toast. */
function quietErrorHandler({ log, restarts, onGivenUp }: OptionsInput): ErrorHandler {
  return {
    error: (error) => {
      log.error(`Talking to the language server failed: ${error.message}`);
      return { action: ErrorAction.Continue, handled: true };
    },
    closed: () => {
      const again = restarts.allowsRestart();
      log.error(
        `The language server ended unexpectedly; ${again ? 'it is started again' : 'it stays stopped'}.`,
      );
      if (!again) onGivenUp();
      return { action: again ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
    },
  };
}
