import { commands, type LogOutputChannel } from 'vscode';
import type { LensClient } from '../client/lens-client';
import { SETTINGS_SECTION } from '../names/settings';
import { openProjectFile } from '../project-file/open-project-file';
import { saveReport } from '../report/save-report';
import type { WorkspaceScan } from '../scan/workspace-scan';
import type { SurveyRequests } from '../supplychain/survey-requests';
import type { CommandMap } from './command-map';

export interface ProjectCommandsInput {
  readonly client: LensClient;
  readonly scan: WorkspaceScan;
  readonly requests: SurveyRequests;
  readonly log: LogOutputChannel;
  readonly extensionId: string;
}

type ProjectCommands = Pick<
  CommandMap,
  | 'saveReport'
  | 'scanWorkspace'
  | 'cancelScan'
  | 'openProjectFile'
  | 'openSettings'
  | 'showOutput'
  | 'restartServer'
>;

/** Commands on the workspace as a whole and on the server. */
export function projectCommands({
  client,
  scan,
  requests,
  log,
  extensionId,
}: ProjectCommandsInput): ProjectCommands {
  return {
    scanWorkspace: () => scan.run(),
    cancelScan: () => scan.cancel(),
    saveReport: () => saveReport({ client, requests }),
    openProjectFile: () => openProjectFile(),
    openSettings: async () => {
      await commands.executeCommand(
        'workbench.action.openSettings',
        `@ext:${extensionId} ${SETTINGS_SECTION}`,
      );
    },
    showOutput: () => log.show(),
    restartServer: () => client.restart(),
  };
}
