import type { WorkspaceFormat } from '../../report/workspace/workspace-report';

/** A report as the user chooses it. */
export interface ReportKind {
  readonly format: WorkspaceFormat;
  readonly ending: string;
  readonly label: string;
  readonly detail: string;
}

/** What a report can be saved as, the one for most readers first. */
export const REPORT_KINDS: readonly ReportKind[] = [
  {
    format: 'html',
    ending: 'html',
    label: 'HTML page',
    detail: 'Everything on one page that works offline and prints',
  },
  { format: 'markdown', ending: 'md', label: 'Markdown', detail: 'For a wiki, an issue or a review' },
  { format: 'json', ending: 'json', label: 'JSON', detail: 'For other programs' },
];
