import { jsonBomDiff } from '../../report/bom/json-bom-diff';
import { isSame } from '../../report/bom/bom-diff-words';
import { markdownBomDiff } from '../../report/bom/markdown-bom-diff';
import { textBomDiff } from '../../report/bom/text-bom-diff';
import type { BomDiff } from '../../supplychain/bom/diff/bom-diff';
import type { BomEntry } from '../../supplychain/bom/diff/bom-entry';
import { BomError } from '../../supplychain/bom/diff/bom-error';
import { diffBoms } from '../../supplychain/bom/diff/diff-boms';
import { readBom } from '../../supplychain/bom/diff/read-bom';
import { CliError } from '../cli-error';
import { wantsColor, type CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { readInput, writeOutput } from '../files';
import { writeAll } from '../write-all';
import type { BomOptions } from './bom-options';

/**
 * `mlsecops bom --diff`: what is another in the second of two bills of CycloneDX, whoever made them.
 *
 * @returns 1 when they differ and `--exit-code` was given
 * @throws CliError when there are not two files, or one cannot be read or is no bill
 */
export async function runBomDiff(
  paths: readonly string[],
  options: BomOptions,
  environment: CliEnvironment,
): Promise<number> {
  const [before, after] = paths;
  if (before === undefined || after === undefined || paths.length > 2) {
    throw new CliError('--diff takes two files: the older bill of materials, then the newer one');
  }
  const diff = diffBoms(billAt(before, environment), billAt(after, environment));
  const { output } = options;
  if (output === undefined) {
    const color = wantsColor(environment.output, environment.variables);
    await writeAll(environment.output.stream, WRITERS[options.format](diff, color));
  } else {
    writeOutput(environment, output, WRITERS[options.format](diff, false));
  }
  return options.exitCode && !isSame(diff) ? EXIT.findings : EXIT.clean;
}

const WRITERS: Readonly<Record<BomOptions['format'], (diff: BomDiff, color: boolean) => string>> = {
  text: textBomDiff,
  json: jsonBomDiff,
  markdown: markdownBomDiff,
};

function billAt(path: string, environment: CliEnvironment): readonly BomEntry[] {
  try {
    return readBom(readInput(environment, path));
  } catch (error) {
    if (!(error instanceof BomError)) throw error;
    throw new CliError(`${path} cannot be compared. ${error.message}`);
  }
}
