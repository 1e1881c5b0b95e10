import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import * as v from 'valibot';
import type { ExportResult } from '../../protocol/messages';
import { EXPORT_LINEAGE_METHOD, REPORT_METHOD } from '../../protocol/report-messages';
import { withOwnIds } from '../../report/inventory/own-ids';
import { LINEAGE_FORMATS } from '../../report/lineage/lineage-formats';
import { WORKSPACE_FORMATS } from '../../report/workspace/workspace-report';
import type { Handlers } from '../connection/handlers';
import { signalOf } from '../connection/signal-of';
import type { Project } from '../projects/project';
import type { Session } from '../session';
import { folderReport } from './folder-report';

const reportParams = v.object({
  uri: v.optional(v.string()),
  format: v.picklist(WORKSPACE_FORMATS),
  timestamp: v.optional(v.boolean()),
});

const lineageParams = v.object({
  format: v.picklist(LINEAGE_FORMATS),
  theme: v.optional(v.picklist(['light', 'dark'])),
});

/** Registers what a client can take away of its workspace for people who do not open an editor: the report, and the lineage. */
export function registerReports(handlers: Handlers, session: () => Session): void {
  handlers.request(REPORT_METHOD, reportParams, async (params, token): Promise<ExportResult> => {
    const { connection, guide, host, projects, rules, surveys } = session();
    await projects.ready();
    const project = reported(projects.all(), params.uri);
    const { writeWorkspaceReport } = await host.loadExports(connection);
    const report = await folderReport({
      project,
      host,
      guide: (await guide.get()).guide,
      rules,
      known: await surveys.known.get(),
      signal: signalOf(token),
      madeAt: params.timestamp ? new Date().toISOString() : undefined,
    });
    return { text: writeWorkspaceReport(report, params.format) };
  });

  handlers.request(EXPORT_LINEAGE_METHOD, lineageParams, async ({ format, theme }): Promise<ExportResult> => {
    const { connection, host, surveys } = session();
    const { exportLineage } = await host.loadExports(connection);
    const all = surveys.all();
    const folders = all.map(({ survey }, at) => withOwnIds(survey.inventory(), at, all.length));
    const parts = folders.flatMap((folder) => folder.parts);
    const lineage = folders.flatMap((folder) => folder.lineage);
    const text = exportLineage({ inventory: { parts, lineage }, format, theme });
    if (text !== undefined) return { text };
    const reason = all.length === 0 ? 'The workspace was not scanned yet.' : 'There is no lineage to draw.';
    throw new ResponseError(ErrorCodes.InvalidRequest, reason);
  });
}

/** @throws ResponseError `InvalidRequest` where there is no such folder, or the user wants nothing of it checked */
function reported(projects: readonly Project[], uri: string | undefined): Project {
  const found = projects.find(({ place }) => uri === undefined || place.uri === uri);
  const refused = (reason: string): ResponseError => new ResponseError(ErrorCodes.InvalidRequest, reason);
  if (!found)
    throw refused(uri === undefined ? 'No folder is open.' : `${uri} is not a folder of the workspace.`);
  if (!found.settings.enable)
    throw refused('Checks are switched off in the settings, so there is nothing to report.');
  return found;
}
