import type { CrosswalkTextOptions } from '../../report/lifecycle/crosswalk-text';
import type { ExportLifecycleOptions } from '../../report/lifecycle/export-lifecycle';
import { exportsModule } from '../../report/lifecycle/exports-module';
import type { LifecycleExports } from '../../report/lifecycle/lifecycle-exports';
import { Relations } from '../../catalog/relations';
import { CliError } from '../cli-error';
import type { CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { writeOutput } from '../files';
import { loadGuide } from '../guide';
import { writeAll } from '../write-all';

export interface LifecycleOptions extends Pick<
  ExportLifecycleOptions,
  'lifecycle' | 'overlay' | 'format' | 'theme'
> {
  readonly output?: string;
}

/**
 * `mlsecops lifecycle`: a lifecycle with an overlay as a drawing, a page, a Mermaid block or JSON. What the project file of
 * the working folder adds to the catalog counts.
 *
 * @throws CliError when there is no such lifecycle or overlay, or the output cannot be written
 */
export async function runLifecycle(options: LifecycleOptions, environment: CliEnvironment): Promise<number> {
  const { output, ...wanted } = options;
  const guide = await loadGuide(environment.workingFolder, environment.errors);
  const text = await named(({ exportLifecycle }) =>
    exportLifecycle({ guide, relations: new Relations(guide), ...wanted }),
  );
  if (output === undefined) await writeAll(environment.output.stream, text);
  else writeOutput(environment, output, text);
  return EXIT.clean;
}

export type CrosswalkOptions = Pick<CrosswalkTextOptions, 'format'>;

/**
 * `mlsecops crosswalk`: two frameworks joined.
 *
 * @throws CliError when one of them is not known
 */
export async function runCrosswalk(
  rows: string,
  columns: string,
  { format }: CrosswalkOptions,
  environment: CliEnvironment,
): Promise<number> {
  const guide = await loadGuide(environment.workingFolder, environment.errors);
  const text = await named(({ crosswalkText }) =>
    crosswalkText({ guide, relations: new Relations(guide), rows, columns, format }),
  );
  await writeAll(environment.output.stream, text);
  return EXIT.clean;
}

/** An unknown id is the user's mistake, not ours. */
async function named(make: (exports: LifecycleExports) => string): Promise<string> {
  const exports = await exportsModule();
  try {
    return make(exports);
  } catch (error) {
    throw error instanceof exports.UnknownIdError ? new CliError(error.message) : error;
  }
}
