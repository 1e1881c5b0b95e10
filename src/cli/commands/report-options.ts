import { Option, type Command } from 'commander';
import { WORKSPACE_FORMATS, type WorkspaceFormat } from '../../report/workspace/workspace-report';
import type { ScanSetup } from './project-scan';
import { addSetupOptions } from './scan-options';

/** The options of `report` after they were checked. */
export interface ReportOptions extends ScanSetup {
  readonly format: WorkspaceFormat;
  readonly output?: string;
  readonly timestamp: boolean;
  readonly name?: string;
}

/** Adds the options of `report`; commander checks the values it can. */
export function addReportOptions(command: Command): Command {
  return addSetupOptions(command)
    .addOption(
      new Option('-f, --format <format>', 'what to write').choices(WORKSPACE_FORMATS).default('html'),
    )
    .option('-o, --output <file>', 'write it to a file instead of standard output')
    .option('--name <name>', 'what the project is called (default: the name of its folder)')
    .option('--timestamp', 'say when it was made; without it the same workspace gives the same bytes', false);
}
