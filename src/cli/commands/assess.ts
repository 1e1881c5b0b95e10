import { PROJECT_FILE } from '../../analysis/configuration/parse-project-file';
import type { Guide } from '../../catalog/catalog';
import { writeCoverage } from '../../report/coverage/coverage-reports';
import { markdownAssessment } from '../../report/maturity/markdown-assessment';
import { textAssessment } from '../../report/maturity/text-assessment';
import { oneLine } from '../../report/one-line';
import { coverageOf } from '../../supplychain/coverage/coverage-of';
import { attestationProblems } from '../../supplychain/maturity/attestation-problems';
import type { Assessment } from '../../supplychain/maturity/assessment';
import { assessSurvey } from '../../workspace/survey/assess-survey';
import { CliError } from '../cli-error';
import { wantsColor, type CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { writeOutput } from '../files';
import { loadGuide } from '../guide';
import { toolVersion } from '../tool-version';
import { writeAll } from '../write-all';
import type { AssessOptions } from './assess-options';
import { surveyProject, type ProjectSurvey } from './project-scan';

/**
 * `mlsecops assess`: how far the project has come, with the evidence for it and the next cheapest step; with `--framework` what that
 * evidence says of a framework's items. It judges nothing: the exit code is 0.
 *
 * @throws CliError when a path or the configuration cannot be read, the framework is not known, or the report cannot be written
 */
export async function runAssess(
  paths: readonly string[],
  options: AssessOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { format, framework, output } = options;
  if (format === 'csv' && framework === undefined)
    throw new CliError('csv is a table of a framework: name one with --framework');
  const surveyed = await surveyProject(paths, options, environment);
  const { scope, loaded, survey } = surveyed;
  const guide = await loadGuide(scope.root);
  const today = environment.today();
  await tellProblems(surveyed, guide, today, environment);
  // A judgement of half a workspace would look like one of the whole.
  if (survey.summary.cancelled) return EXIT.interrupted;
  const assessment = assessSurvey(survey, { attestations: loaded.attestations, guide, today });
  const color = output === undefined && wantsColor(environment.output, environment.variables);
  const text =
    framework === undefined
      ? written(assessment, guide, format, color)
      : coverageText(framework, assessment, guide, format);
  if (output === undefined) await writeAll(environment.output.stream, text);
  else writeOutput(environment, output, text);
  return EXIT.clean;
}

function written(
  assessment: Assessment,
  guide: Guide,
  format: AssessOptions['format'],
  color: boolean,
): string {
  if (format === 'json')
    return `${JSON.stringify({ tool: { name: 'mlsecops-lens', version: toolVersion() }, ...assessment }, null, 2)}\n`;
  return format === 'markdown'
    ? markdownAssessment(assessment, guide)
    : textAssessment(assessment, guide, { color });
}

function coverageText(
  framework: string,
  assessment: Assessment,
  guide: Guide,
  format: AssessOptions['format'],
): string {
  const coverage = coverageOf(framework, assessment, guide);
  if (coverage) return writeCoverage(coverage, format, guide);
  throw new CliError(
    `no framework is named ${oneLine(framework)}; there are ${[...guide.frameworks.keys()].join(', ')}`,
  );
}

async function tellProblems(
  { loaded, survey }: ProjectSurvey,
  guide: Guide,
  today: string,
  { errors }: CliEnvironment,
): Promise<void> {
  const located = [
    ...loaded.problems,
    ...loaded.locateAttestations(attestationProblems(loaded.attestations, guide, today)),
  ].map(({ line, column, message }) => `${PROJECT_FILE}:${line}:${column}: ${message}`);
  const unread = survey.summary.problems.map(({ path, message }) => `${path}: ${message}`);
  const lines = [...located, ...unread].map((text) => `mlsecops: ${oneLine(text)}\n`);
  if (lines.length > 0) await writeAll(errors.stream, lines.join(''));
}
