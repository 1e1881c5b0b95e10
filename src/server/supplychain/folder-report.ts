// A named import lets the bundler leave the rest of the manifest out.
import { version } from '../../../package.json';
import type { Rule } from '../../analysis/rule';
import { PROJECT_FILE } from '../../analysis/configuration/parse-project-file';
import type { Guide } from '../../catalog/catalog';
import type { WorkspaceReport } from '../../report/workspace/workspace-report';
import type { KnownParts } from '../../supplychain/openness/known-parts';
import { baseName } from '../../workspace/path';
import { assessSurvey } from '../../workspace/survey/assess-survey';
import { surveyWithPolicy } from '../../workspace/survey/scan-with-policy';
import type { ServerHost } from '../host';
import type { Project } from '../projects/project';
import type { ReadProjectFile } from '../projects/read-project-file';
import { scanAnalyzer } from '../scan/scan-analyzer';

export interface FolderReportInput {
  readonly project: Project;
  readonly host: Pick<ServerHost, 'fileSystem' | 'scanAnalyzer' | 'today'>;
  readonly guide: Guide;
  readonly rules: readonly Rule[];
  readonly known: KnownParts;
  readonly signal: AbortSignal;
  readonly madeAt: string | undefined;
}

/** Scans a folder of the workspace and gathers all that a report tells of it. */
export async function folderReport(input: FolderReportInput): Promise<WorkspaceReport> {
  const { project, host, guide, rules, known, signal, madeAt } = input;
  const { place, engine, projectFile } = project;
  const { configuration } = engine;
  const today = host.today();
  const made = await surveyWithPolicy({
    fileSystem: place.files,
    root: place.path,
    configuration,
    analyzer: scanAnalyzer(host, place),
    known,
    signal,
    policy: projectFile.policy.policy,
    today,
  });
  const { results, problems, ...totals } = made.summary;
  return {
    project: baseName(place.path) || 'workspace',
    scan: {
      toolVersion: version,
      catalog: guide,
      rules,
      base: place.path,
      results,
      problems,
      configurationProblems: configurationProblems(projectFile),
      totals: { ...totals, known: 0 },
    },
    inventory: made.inventory,
    assessment: assessSurvey(made, {
      attestations: projectFile.settings?.attestations ?? [],
      guide,
      today,
    }),
    guide,
    ...(madeAt === undefined ? {} : { madeAt }),
  };
}

function configurationProblems({
  problems,
}: ReadProjectFile): WorkspaceReport['scan']['configurationProblems'] {
  return problems.map(({ message, range: { start } }) => ({
    path: PROJECT_FILE,
    line: start.line + 1,
    column: start.character + 1,
    severity: 'warning',
    message,
  }));
}
