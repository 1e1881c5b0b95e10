import { commands, env, Uri, type LogOutputChannel } from 'vscode';
import type { FromPanel } from '../../protocol/panel';
import type { FindingsStore } from '../findings/findings-store';
import type { FindingsView } from '../findings/findings-view';
import { COMMANDS } from '../names/commands';
import { openPlace } from '../tree/open-place';
import type { WorkspaceScan } from '../scan/workspace-scan';
import type { SurveySource } from '../supplychain/survey-source';
import { runCommand } from '../support/run-command';
import { safeLink } from './panel-messages';
import { placeOfPartUse } from './panel-supply';

export interface PanelActionsInput {
  readonly store: FindingsStore;
  readonly findings: FindingsView;
  readonly scan: WorkspaceScan;
  readonly source: Pick<SurveySource, 'inventory'>;
  readonly log: LogOutputChannel;
}

/** Does what the lifecycle panel asks of the rest of the extension; what it asks of the server is `PanelRequests`' part. */
export function panelActions({
  store,
  findings,
  scan,
  source,
  log,
}: PanelActionsInput): (message: FromPanel) => void {
  const act = async (message: FromPanel): Promise<void> => {
    switch (message.type) {
      case 'openFinding': {
        const finding = store.byId(message.id);
        if (!finding) throw new Error('This finding is gone: the file has changed since.');
        return openPlace(finding);
      }
      case 'openUse': {
        const place = placeOfPartUse(source.inventory.last ?? [], message.part, message.use);
        if (!place) throw new Error('This part is used elsewhere now: the files have changed since.');
        return openPlace(place);
      }
      case 'openLink': {
        const link = safeLink(message.url);
        if (link === undefined) throw new Error('Only https links are opened.');
        await env.openExternal(Uri.parse(link, true));
        return;
      }
      case 'showFindings':
        return findings.revealStage(message.stage);
      case 'scan':
        return scan.run();
      case 'exportBom':
        await commands.executeCommand(COMMANDS.exportBom);
        return;
      case 'ready':
      case 'search':
      case 'export':
      case 'exportCrosswalk':
      case 'exportLineage':
      case 'picture':
        return;
    }
  };
  return (message) => void runCommand(log, `panel: ${message.type}`, () => act(message));
}
