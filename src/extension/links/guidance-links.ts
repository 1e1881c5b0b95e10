import { window, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import type { LearnArguments } from '../../protocol/messages';
import { runCommand } from '../support/run-command';
import { guidanceOfLink } from './guidance-link';

/** Opens in the panel what a link of the editor's own scheme leads to. Links to anything else are only logged. */
export function openGuidanceLinks(
  open: (guidance: LearnArguments) => Promise<void>,
  log: LogOutputChannel,
): Disposable {
  return window.registerUriHandler({
    handleUri: (uri: Uri) => {
      const guidance = guidanceOfLink(uri.path, uri.query);
      if (guidance) return runCommand(log, `link: ${uri.path}`, () => open(guidance));
      log.warn('A link to guidance was not understood.');
      return undefined;
    },
  });
}
