import { RULES } from '../analysis/rules/registry.generated';
import type { ScanReport } from '../report/scan-report';
import type { ProjectScan } from './commands/project-scan';
import { relocateResult, relocation } from './relocate';
import { toolVersion } from './tool-version';

/** A scan as reports are written from it: paths relative to where the user is. */
export function scanReportOf(
  { scope, loaded, summary }: ProjectScan,
  { results, known }: Pick<ScanReport, 'results'> & { readonly known: number },
  catalog: ScanReport['catalog'],
): ScanReport {
  const { files, analyzed, bytes, skipped, cancelled } = summary;
  const relocate = relocation(scope.root, scope.base);
  return {
    toolVersion: toolVersion(),
    catalog,
    rules: RULES,
    base: scope.base,
    results: results.map((result) => relocateResult(result, relocate)),
    problems: summary.problems.map((problem) => ({ ...problem, path: relocate(problem.path) })),
    configurationProblems: loaded.problems.map((problem) => ({
      ...problem,
      path: relocate(loaded.file ?? ''),
      severity: 'warning',
    })),
    totals: { files, analyzed, bytes, skipped, known, cancelled },
  };
}
