import { InvalidArgumentError, Option, type Command } from 'commander';
import { PRESETS, SEVERITIES, type Preset, type Severity } from '../../analysis/severity';
import { SIDE_CODE_MODES, type SideCodeMode } from '../../analysis/side-code';
import { BASELINE_FILE } from '../baseline';
import { FORMATS, type Format } from '../report-formats';

/** The options of `scan` after they were checked. */
export interface ScanOptions {
  readonly format: Format | 'pull-request';
  readonly output?: string;
  readonly config?: string;
  readonly preset?: Preset;
  readonly testCode?: SideCodeMode;
  /** A file; false: none, not even the project's own. */
  readonly baseline?: string | false;
  readonly writeBaseline?: string;
  /** A folder with the project as it was. */
  readonly base?: string;
  readonly summary?: string;
  readonly failOn: Severity | 'never';
  readonly jobs?: number;
  readonly ignore: boolean;
  readonly cache: boolean;
  readonly onlyKnownFiles?: true;
}

/** Adds the options of `scan`; commander checks the values it can. */
export function addScanOptions(command: Command): Command {
  return addSetupOptions(command)
    .addOption(
      new Option('-f, --format <format>', 'how to report')
        .choices([...FORMATS, 'pull-request'])
        .default('text'),
    )
    .option('-o, --output <file>', 'write the report to a file instead of standard output')
    .option(
      '--baseline <file>',
      `leave out the findings that this file lists (default: ${BASELINE_FILE} of the project)`,
    )
    .option('--no-baseline', 'show all findings')
    .option('--write-baseline <file>', 'write the findings of this scan as a baseline')
    .option(
      '--base <folder>',
      'compare with the project as it was, in another folder, and show only what is new (a worktree of the base branch)',
    )
    .option('--summary <file>', 'write a summary for a pull request too, in Markdown')
    .addOption(
      // Certain findings are errors or warnings; what is only probable should not break a build.
      new Option('--fail-on <severity>', 'exit with 1 when there are findings of this severity or worse')
        .choices([...SEVERITIES, 'never'])
        .default('warning'),
    );
}

/** Adds the options that say how to scan. */
export function addSetupOptions(command: Command): Command {
  return command
    .option('-c, --config <file>', 'project file to use instead of .mlsecops.yaml of the project')
    .addOption(
      new Option('--preset <preset>', 'rules to run, whatever the project file says').choices(PRESETS),
    )
    .addOption(
      new Option('--test-code <mode>', 'findings in tests, documentation and examples').choices(
        SIDE_CODE_MODES,
      ),
    )
    .option('-j, --jobs <number>', 'threads to use (default: one for each core)', positiveNumber)
    .option('--no-ignore', 'also scan what .gitignore excludes, and folders of installed packages')
    .option('--no-cache', 'analyse every file anew')
    .option('--only-known-files', 'of the files that are named, skip those that are no source and no model');
}

function positiveNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('a whole number from 1 is expected');
  return value;
}
