import { parseProjectFile, PROJECT_FILE } from '../analysis/configuration/parse-project-file';
import { RULES } from '../analysis/rules/registry.generated';
import type { SigningRequirement } from '../analysis/configuration/signing-requirement';
import { IgnoreLevels } from '../workspace/discovery/ignore-levels';
import { FileSystemError } from '../workspace/file-system';
import { BlockingFileSystem } from '../workspace/node/blocking-file-system';
import { foldersUpwards, joinPath, parentPath } from '../workspace/path';
import { CliError } from './cli-error';

const MAXIMUM_BYTES = 4 * 1024 * 1024;

/** What the project says about a model, and where. */
export interface SigningPolicy {
  readonly requirement: SigningRequirement;
  /** The project file, absolute. */
  readonly file: string;
  /** Its folder, which the paths in the requirement are relative to. */
  readonly folder: string;
}

/**
 * What the nearest project file above a model demands of its signature. One that lies within the model does not count:
 * who made the model wrote it.
 *
 * @param model absolute, no link
 * @throws CliError when the project file cannot be read or has mistakes
 */
export async function signingPolicy(model: string, isFolder: boolean): Promise<SigningPolicy | undefined> {
  for (const folder of foldersUpwards(parentPath(model))) {
    const file = joinPath(folder, PROJECT_FILE);
    const text = await readIfThere(file);
    if (text === undefined) continue;
    const { settings, problems, positionAt } = parseProjectFile(text, RULES);
    const [wrong] = problems;
    // Whoever demands signatures must not lose that to a mistake in the file.
    if (wrong) throw new CliError(`${file}:${positionAt(wrong.range.start).line}: ${wrong.message}`);
    const requirement = settings.mustBeSigned.find(({ path }) =>
      IgnoreLevels.none.with(folder, path).ignores(model, isFolder),
    );
    return requirement && { requirement, file, folder };
  }
  return undefined;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await new BlockingFileSystem().read(file, MAXIMUM_BYTES));
  } catch (error) {
    if (error instanceof FileSystemError && error.reason === 'missing') return undefined;
    throw new CliError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
