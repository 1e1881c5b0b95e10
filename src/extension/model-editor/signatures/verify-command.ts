import { ProgressLocation, window, workspace, type LogOutputChannel, type Uri } from 'vscode';
import type { SignatureResult } from '../../../report/signing/signature-view';
import { runCommand } from '../../support/run-command';
import { fileName } from '../file-name';
import type { VirtualTexts } from '../virtual-texts';
import type { ModelSignatures } from './model-signatures';
import { signedThing } from './signed-thing';

const DETAILS = 'Show Details';
const REMEMBER = 'Remember as Policy…';

export interface VerifyCommandInput {
  readonly signatures: ModelSignatures;
  /** Keeps the reports while they are shown. */
  readonly reports: VirtualTexts;
  readonly log: LogOutputChannel;
}

/**
 * Verifies a model, or what a signature file signs, with progress and a way to stop, and tells the outcome.
 *
 * @throws CancellationError when the user cancels
 * @throws Error when it cannot be verified here, or an input cannot be used
 */
export async function verifyCommand(chosen: Uri, input: VerifyCommandInput): Promise<void> {
  const { signatures } = input;
  const uri = await signedThing(chosen);
  const name = fileName(uri);
  const options = {
    location: ProgressLocation.Notification,
    title: `Verifying ${name}`,
    cancellable: true,
  };
  const result = await window.withProgress(options, async (progress, token) => {
    const following = signatures.onDidChange((changed) => {
      const view = signatures.get(uri);
      if (changed.toString() === uri.toString() && view?.state === 'running')
        progress.report({ message: view.text });
    });
    token.onCancellationRequested(() => signatures.cancel(uri));
    try {
      return await signatures.verify(uri);
    } finally {
      following.dispose();
    }
  });
  // Not awaited: the command has ended, whether or not somebody answers.
  void runCommand(input.log, 'verify model', () => tell(uri, name, result, input));
}

async function tell(
  uri: Uri,
  name: string,
  { state, signer, problems, moreProblems, canRemember }: SignatureResult,
  { signatures, reports }: VerifyCommandInput,
): Promise<void> {
  const more = problems.length - 1 + moreProblems;
  const problem = `${problems[0] ?? ''}${more > 0 ? ` And ${more} more.` : ''}`;
  const choice = await {
    verified: () =>
      window.showInformationMessage(
        `MLSecOps: ${name} is signed, and verified. ${signer ?? ''}`,
        ...(canRemember ? [REMEMBER, DETAILS] : [DETAILS]),
      ),
    failed: () =>
      window.showErrorMessage(
        `MLSecOps: the signature of ${name} does not hold. Do not use it as if it were signed. ${problem}`,
        DETAILS,
      ),
    impossible: () =>
      window.showWarningMessage(`MLSecOps: ${name} could not be verified. ${problem}`, DETAILS),
  }[state]();
  if (choice === REMEMBER) await signatures.remember(uri);
  const report = signatures.report(uri);
  if (choice !== DETAILS || report === undefined) return;
  await window.showTextDocument(
    await workspace.openTextDocument(reports.keep(uri, `${name}.signature.txt`, report)),
  );
}
