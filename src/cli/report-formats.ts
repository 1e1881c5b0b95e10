import { jsonReport } from '../report/json-report';
import { markdownReport } from '../report/markdown-report';
import { sarifReport } from '../report/sarif/sarif-report';
import type { ScanReport } from '../report/scan-report';
import { textReport } from '../report/text/text-report';

export const FORMATS = ['text', 'json', 'sarif', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** Writes a report in one of the formats; colours only in text. */
export function formatReport(report: ScanReport, format: Format, color: boolean): string {
  return WRITERS[format](report, color);
}

const WRITERS: Readonly<Record<Format, (report: ScanReport, color: boolean) => string>> = {
  text: (report, color) => textReport(report, { color }),
  json: jsonReport,
  sarif: sarifReport,
  markdown: markdownReport,
};
