import { exportsModule } from '../../report/lifecycle/exports-module';
import { baseName } from '../../workspace/path';
import { assessSurvey } from '../../workspace/survey/assess-survey';
import type { CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { writeOutput } from '../files';
import { loadGuide } from '../guide';
import { scanReportOf } from '../scan-report-of';
import { sourceDate } from '../source-date';
import { writeAll } from '../write-all';
import { surveyProject } from './project-scan';
import type { ReportOptions } from './report-options';

/**
 * `mlsecops report`: everything that is known of a workspace as one page, Markdown or JSON, for people who do not open an editor. Findings
 * do not change the exit code: that is the part of `scan`.
 *
 * @throws CliError when a path or the configuration cannot be read, or the report cannot be written
 */
export async function runReport(
  paths: readonly string[],
  options: ReportOptions,
  environment: CliEnvironment,
): Promise<number> {
  const madeAt = options.timestamp ? sourceDate(environment.variables).toISOString() : undefined;
  const surveyed = await surveyProject(paths, options, environment);
  const { scope, loaded, survey } = surveyed;
  const guide = await loadGuide(scope.root);
  const assessment = assessSurvey(survey, {
    attestations: loaded.attestations,
    guide,
    today: environment.today(),
  });
  const { writeWorkspaceReport } = await exportsModule();
  const text = writeWorkspaceReport(
    {
      project: options.name ?? (baseName(scope.root) || 'workspace'),
      scan: scanReportOf(surveyed, { results: survey.summary.results, known: 0 }, guide),
      inventory: survey.inventory,
      assessment,
      guide,
      ...(madeAt === undefined ? {} : { madeAt }),
    },
    options.format,
  );
  if (options.output === undefined) await writeAll(environment.output.stream, text);
  else writeOutput(environment, options.output, text);
  return survey.summary.cancelled ? EXIT.interrupted : EXIT.clean;
}
