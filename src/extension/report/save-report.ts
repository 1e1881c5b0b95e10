import { ProgressLocation, Uri, window, workspace } from 'vscode';
import type { WorkspaceFormat } from '../../report/workspace/workspace-report';
import type { LensClient } from '../client/lens-client';
import type { SurveyRequests } from '../supplychain/survey-requests';
import { openReport } from './open-report';
import { REPORT_KINDS } from './report-kinds';

const OPEN = 'Open';

export interface SaveReportInput {
  readonly client: Pick<LensClient, 'start'>;
  readonly requests: Pick<SurveyRequests, 'report'>;
}

/**
 * Asks for a format and a place, writes the report of a folder there and offers to open it. Nothing is written when the user has second
 * thoughts, also while the folder is scanned.
 *
 * @throws Error when no folder is open, the server does not run or the file cannot be written
 */
export async function saveReport({ client, requests }: SaveReportInput): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const kind = await window.showQuickPick(REPORT_KINDS, { title: 'Format of the Report' });
  if (!kind) return;
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, `mlsecops-report.${kind.ending}`),
    filters: { [kind.label]: [kind.ending] },
    title: 'Save Report',
    saveLabel: 'Save',
  });
  if (!target) return;
  await client.start();
  const text = await written(folder, kind.format, requests);
  if (text === undefined) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const message = `MLSecOps: the report was saved as ${workspace.asRelativePath(target)}.`;
  if ((await window.showInformationMessage(message, OPEN)) === OPEN) {
    await openReport({ uri: target, format: kind.format, text });
  }
}

/** The text of the report; undefined when it was called off. */
async function written(
  folder: Uri,
  format: WorkspaceFormat,
  requests: SaveReportInput['requests'],
): Promise<string | undefined> {
  return window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: 'MLSecOps: scanning the folder for the report',
      cancellable: true,
    },
    async (_progress, token) => {
      try {
        const text = await requests.report({ uri: folder.toString(), format, timestamp: true }, token);
        return token.isCancellationRequested ? undefined : text;
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      }
    },
  );
}

/** The folder that the report is about, asked for where there are several. */
async function pickFolder(): Promise<Uri | undefined> {
  const [first, second] = workspace.workspaceFolders ?? [];
  if (!first) throw new Error('Open a folder first: a report is about a folder.');
  if (!second) return first.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: 'Folder to report on' }))?.uri;
}
