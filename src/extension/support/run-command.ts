import { CancellationError, window, type LogOutputChannel } from 'vscode';

const SHOW_LOG = 'Show Log';

/**
 * Runs what a user asked for. A cancellation is no error; anything else is told in one sentence, with the details in the
 * log.
 */
export async function runCommand(
  log: LogOutputChannel,
  id: string,
  action: () => void | Promise<void>,
): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (error instanceof CancellationError) return;
    const message = error instanceof Error ? error.message : String(error);
    log.error(`${id}: ${error instanceof Error ? (error.stack ?? message) : message}`);
    // Not awaited: the command has ended, whether or not somebody answers.
    void window.showErrorMessage(`MLSecOps: ${message}`, SHOW_LOG).then((choice) => {
      if (choice === SHOW_LOG) log.show();
    });
  }
}
