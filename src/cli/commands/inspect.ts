import { resolve } from 'node:path';
import { Budget } from '../../models/budget';
import { inspectModel } from '../../models/inspect';
import { jsonModelReport } from '../../report/model/json-model-report';
import type { InspectedFile } from '../../report/model/model-report';
import { textModelReport } from '../../report/model/text-model-report';
import { FileBytes } from '../../workspace/node/file-bytes';
import { systemReason } from '../../workspace/node/system-reason';
import { wantsColor, type CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { toolVersion } from '../tool-version';
import { writeAll } from '../write-all';

export interface InspectOptions {
  readonly format: 'text' | 'json';
  readonly disassemble?: true;
}

/** Opcodes of one pickle that are printed. */
const MAX_OPCODES = 10_000;

/**
 * `mlsecops inspect`: what model files are, what they contain, and what loading them would execute. Nothing of them is loaded.
 *
 * @returns 0 when every file is safe, 1 when one is not, 2 when one could not be read
 */
export async function runInspect(
  paths: readonly string[],
  options: InspectOptions,
  environment: CliEnvironment,
): Promise<number> {
  const signal = environment.interruption();
  const files = paths.map((path) => inspectFile(path, options, environment, signal));
  const color = wantsColor(environment.output, environment.variables);
  const report =
    options.format === 'json' ? jsonModelReport(files, toolVersion()) : textModelReport(files, color);
  await writeAll(environment.output.stream, report);
  if (files.some((file) => 'inspection' in file && file.inspection.verdict !== 'safe')) return EXIT.findings;
  return files.some((file) => 'error' in file) ? EXIT.failed : EXIT.clean;
}

function inspectFile(
  path: string,
  options: InspectOptions,
  { workingFolder }: CliEnvironment,
  signal: AbortSignal,
): InspectedFile {
  let source: FileBytes | undefined;
  try {
    source = new FileBytes(resolve(workingFolder, path));
    const budget = new Budget(undefined, () => signal.aborted);
    const opcodes = options.disassemble ? MAX_OPCODES : 0;
    return { path, inspection: inspectModel(source, { name: path, budget, opcodes }) };
  } catch (error) {
    return { path, error: systemReason(error) };
  } finally {
    source?.close();
  }
}
