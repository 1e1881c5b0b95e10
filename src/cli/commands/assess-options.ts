import { Option, type Command } from 'commander';
import { COVERAGE_FORMATS, type CoverageFormat } from '../../report/coverage/coverage-reports';
import type { ScanSetup } from './project-scan';
import { addSetupOptions } from './scan-options';

/** The options of `assess` after they were checked. */
export interface AssessOptions extends ScanSetup {
  readonly format: CoverageFormat;
  readonly framework?: string;
  readonly output?: string;
}

/** Adds the options of `assess`; commander checks the values it can. */
export function addAssessOptions(command: Command): Command {
  return addSetupOptions(command)
    .addOption(
      new Option('-f, --format <format>', 'how to report; csv with --framework')
        .choices(COVERAGE_FORMATS)
        .default('text'),
    )
    .option('--framework <id>', 'what the evidence says of a framework: owasp-llm-2026, nist-ai-rmf, ...')
    .option('-o, --output <file>', 'write it to a file instead of standard output');
}
