import {
  CancellationError,
  commands,
  ProgressLocation,
  window,
  workspace,
  type CancellationToken,
  type Progress,
  type Uri,
} from 'vscode';
import { sizeText } from '../../report/size-text';
import { fileName } from './file-name';
import { ModelClient } from './model-client';
import type { ModelHost } from './model-host';
import type { ModelVerdicts } from './model-verdicts';
import { readModel } from './read-model';
import type { VirtualTexts } from './virtual-texts';

export interface CompareInput {
  readonly host: ModelHost;
  readonly verdicts: ModelVerdicts;
  /** Keeps the reports while they are shown. */
  readonly reports: VirtualTexts;
}

/**
 * Shows what two model files differ in: their reports, side by side.
 *
 * @throws Error when one cannot be read, CancellationError when the user stops it
 */
export async function compareModels(left: Uri, right: Uri, input: CompareInput): Promise<void> {
  if (left.toString() === right.toString()) throw new Error('These are not two files, but one.');
  const [before, after] = await inspectBoth(left, right, input);
  const { reports } = input;
  await commands.executeCommand(
    'vscode.diff',
    reports.keep(left, `${fileName(left)}.txt`, before),
    reports.keep(right, `${fileName(right)}.txt`, after),
    comparisonTitle(left, right),
  );
  if (before === after) {
    void window.showInformationMessage(
      'MLSecOps: the reports of both files are the same. The numbers in their tensors were not compared.',
    );
  }
}

async function inspectBoth(
  left: Uri,
  right: Uri,
  { host, verdicts }: CompareInput,
): Promise<readonly [string, string]> {
  const client = new ModelClient(host);
  const options = {
    location: ProgressLocation.Notification,
    title: 'Comparing models',
    cancellable: true,
  };
  const inspect = async (uri: Uri, progress: Progress<{ message: string }>): Promise<string> => {
    const name = fileName(uri);
    try {
      progress.report({ message: name });
      const { verdict, text } = await client.report(name, await readModel(uri, host), {
        onProgress: (read, size) =>
          progress.report({ message: `${name}: ${sizeText(read)} of ${sizeText(size)}` }),
      });
      verdicts.set(uri, verdict);
      return text;
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  };
  try {
    return await window.withProgress(options, async (progress, token) => {
      token.onCancellationRequested(() => client.stop());
      try {
        const before = await inspect(left, progress);
        throwIfCancelled(token);
        return [before, await inspect(right, progress)] as const;
      } catch (error) {
        throwIfCancelled(token);
        throw error;
      }
    });
  } finally {
    client.stop();
  }
}

function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new CancellationError();
}

/** Names, or paths where the names are the same. */
function comparisonTitle(left: Uri, right: Uri): string {
  const isSame = fileName(left) === fileName(right);
  const titleOf = (uri: Uri): string => (isSame ? workspace.asRelativePath(uri) : fileName(uri));
  return `${titleOf(left)} ↔ ${titleOf(right)}`;
}
