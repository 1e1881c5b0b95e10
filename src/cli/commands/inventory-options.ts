import { Option, type Command } from 'commander';
import { PART_FILTERS, type PartFilter } from '../../supplychain/inventory/filter-inventory';
import { PART_KINDS, type PartKind } from '../../supplychain/inventory/part-kind';
import type { ScanSetup } from './project-scan';
import { addSetupOptions } from './scan-options';

/** The options of `inventory` after they were checked. */
export interface InventoryOptions extends ScanSetup {
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly kind?: readonly PartKind[];
  readonly filter?: readonly PartFilter[];
}

/** Adds the options of `inventory`; commander checks the values. */
export function addInventoryOptions(command: Command): Command {
  return addSetupOptions(command)
    .addOption(new Option('-f, --format <format>', 'how to report').choices(['text', 'json']).default('text'))
    .option('-o, --output <file>', 'write it to a file instead of standard output')
    .addOption(new Option('--kind <kind...>', 'only parts of these kinds').choices(PART_KINDS))
    .addOption(new Option('--filter <state...>', 'only parts that are all of this').choices(PART_FILTERS));
}
