import { jsonInventory } from '../../report/inventory/json-inventory';
import { textInventory } from '../../report/inventory/text-inventory';
import { oneLine } from '../../report/one-line';
import { filterInventory } from '../../supplychain/inventory/filter-inventory';
import { wantsColor, type CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { writeOutput } from '../files';
import { toolVersion } from '../tool-version';
import { writeAll } from '../write-all';
import type { InventoryOptions } from './inventory-options';
import { surveyProject } from './project-scan';

/**
 * `mlsecops inventory`: the parts of the AI supply chain that the workspace stands on. What could not be read is told on standard
 * error, and the inventory is made of the rest.
 *
 * @throws CliError when a path or the configuration cannot be read, or the report cannot be written
 */
export async function runInventory(
  paths: readonly string[],
  options: InventoryOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { survey } = await surveyProject(paths, options, environment);
  const { summary } = survey;
  const inventory = filterInventory(survey.inventory, {
    kinds: options.kind ?? [],
    filters: options.filter ?? [],
  });
  const problems = summary.problems.map(
    ({ path, message }) => `mlsecops: ${path === '' ? '' : `${oneLine(path)}: `}${oneLine(message)}\n`,
  );
  if (problems.length > 0) await writeAll(environment.errors.stream, problems.join(''));
  // An inventory of half a workspace would look like one of the whole.
  if (summary.cancelled) return EXIT.interrupted;
  const color = options.output === undefined && wantsColor(environment.output, environment.variables);
  const text =
    options.format === 'json' ? jsonInventory(inventory, toolVersion()) : textInventory(inventory, { color });
  if (options.output === undefined) await writeAll(environment.output.stream, text);
  else writeOutput(environment, options.output, text);
  return EXIT.clean;
}
