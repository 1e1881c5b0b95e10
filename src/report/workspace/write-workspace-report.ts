import { workspacePage } from './page/workspace-page';
import { workspaceJson } from './workspace-json';
import { workspaceMarkdown } from './workspace-markdown';
import type { WorkspaceFormat, WorkspaceReport } from './workspace-report';

const WRITERS: Readonly<Record<WorkspaceFormat, (report: WorkspaceReport) => string>> = {
  html: workspacePage,
  markdown: workspaceMarkdown,
  json: workspaceJson,
};

/** The report of a workspace as the text of a file: the same content in every format. */
export function writeWorkspaceReport(report: WorkspaceReport, format: WorkspaceFormat): string {
  return WRITERS[format](report);
}
