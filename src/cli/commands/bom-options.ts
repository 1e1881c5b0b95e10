import { Option, type Command } from 'commander';
import { BOM_SPECS, type BomSpec } from '../../supplychain/bom/bom-spec';
import type { ScanSetup } from './project-scan';
import { addSetupOptions } from './scan-options';

/** How the difference of two bills is written. */
export const BOM_DIFF_FORMATS = ['text', 'json', 'markdown'] as const;

/** The options of `bom` after they were checked. */
export interface BomOptions extends ScanSetup {
  readonly spec: BomSpec;
  readonly output?: string;
  readonly name?: string;
  readonly timestamp?: true;
  readonly serial?: true;
  readonly hashes?: true;
  readonly diff?: true;
  readonly format: (typeof BOM_DIFF_FORMATS)[number];
  readonly exitCode?: true;
}

/** Adds the options of `bom`; commander checks the values it can. */
export function addBomOptions(command: Command): Command {
  return addSetupOptions(command)
    .addOption(
      new Option('-s, --spec <spec>', 'CycloneDX 1.6 or 1.7, or SPDX 3.0.1')
        .choices(BOM_SPECS)
        .default('1.6'),
    )
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .option('--name <name>', 'what the bill is of (default: the name of the folder)')
    .option('--timestamp', 'say when it was made; SOURCE_DATE_EPOCH is honoured')
    .option('--serial', 'give it a serial number, derived from what is in it')
    .option('--hashes', 'compute the SHA-256 of the model files and data files of the workspace')
    .option('--diff', 'compare two bills of CycloneDX instead: mlsecops bom --diff old.json new.json')
    .addOption(
      new Option('-f, --format <format>', 'how to write the difference')
        .choices(BOM_DIFF_FORMATS)
        .default('text'),
    )
    .option('--exit-code', 'exit with 1 when the two bills differ');
}
