import { counted } from '../../report/labels';
import { joinPath } from '../../workspace/path';
import { BASELINE_FILE, baselineText } from '../baseline';
import type { CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { writeOutput } from '../files';
import { writeAll } from '../write-all';
import { scanProject, type ScanSetup } from './project-scan';

/** The options of `baseline` after they were checked. */
export interface BaselineOptions extends ScanSetup {
  readonly output?: string;
}

/**
 * `mlsecops baseline`: notes what a scan finds today, so that later ones show only what is new.
 *
 * @throws CliError when a path or the configuration cannot be read, or the file cannot be written
 */
export async function runBaseline(
  paths: readonly string[],
  options: BaselineOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { scope, summary } = await scanProject(paths, options, environment);
  if (summary.cancelled) return EXIT.interrupted;
  const file = options.output ?? joinPath(scope.root, BASELINE_FILE);
  writeOutput(environment, file, baselineText(summary.results));
  const findings = summary.results.reduce((sum, result) => sum + result.findings.length, 0);
  const use =
    options.output === undefined ? '`mlsecops scan` leaves' : `\`mlsecops scan --baseline ${file}\` leaves`;
  await writeAll(
    environment.output.stream,
    `Noted ${counted(findings, 'finding')} of ${counted(summary.files, 'file')} in ${options.output ?? BASELINE_FILE}; ${use} them out from now on.\n`,
  );
  return EXIT.clean;
}
