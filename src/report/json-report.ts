import type { PlaceInModel, Region } from '../workspace/file-analysis/file-result';
import { ruleIndex } from './labels';
import type { ScanReport } from './scan-report';

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
export const JSON_REPORT_VERSION = 1;

/**
 * The scan as JSON: `version`, `tool`, `totals`, `findings`, `suppressed`, `problems`. Lines and columns count from 1,
 * columns in UTF-16 units, ends exclusive; `cell` counts from 0 as in the notebook's `cells` list. A finding in a model file has `offset`
 * in bytes, and in `member` the way to the part of an archive that it is in.
 */
export function jsonReport(report: ScanReport): string {
  const rules = ruleIndex(report.rules);
  const finding = (path: string, found: ScanReport['results'][number]['findings'][number]): object => {
    const rule = rules.get(found.ruleId);
    return {
      rule: found.ruleId,
      severity: found.severity,
      confidence: found.confidence,
      message: found.message,
      path,
      ...place(found.location),
      ...(found.inOutput ? { inOutput: true } : {}),
      subject: found.subject,
      excerpt: found.excerpt,
      fingerprint: found.fingerprint,
      stages: rule?.stages ?? [],
      risks: rule?.risks ?? [],
      cwe: rule?.cwe ?? [],
      atlas: rule?.atlas ?? [],
      controls: rule?.controls ?? [],
      flow: found.path.map(({ label, location, file }) => ({
        label,
        ...(file === undefined ? {} : { path: file }),
        ...place(location),
      })),
      fixes: found.fixes.map(({ title, safe, edits }) => ({
        title,
        safe,
        edits: edits.map(({ location, newText }) => ({ ...place(location), newText })),
      })),
    };
  };
  const document = {
    version: JSON_REPORT_VERSION,
    tool: { name: 'mlsecops-lens', version: report.toolVersion },
    totals: report.totals,
    findings: report.results.flatMap(({ path, findings }) => findings.map((found) => finding(path, found))),
    suppressed: report.results.flatMap(({ path, suppressed }) =>
      suppressed.map(({ finding: found, reason }) => ({ ...finding(path, found), reason })),
    ),
    problems: [
      ...report.configurationProblems.map((problem) => ({ kind: 'configuration', ...problem })),
      ...report.problems.map(({ path, kind, message }) => ({ kind, path, message })),
      ...report.results.flatMap(({ path, problems }) =>
        problems.map(({ kind, message, location }) => ({ kind, path, message, ...place(location) })),
      ),
    ],
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function place(
  location: Region & { readonly cell?: number; readonly inModel?: PlaceInModel | undefined },
): object {
  const { start, end, cell, inModel } = location;
  return {
    ...(inModel === undefined ? {} : { member: inModel.member, offset: inModel.offset }),
    ...(cell === undefined ? {} : { cell }),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
