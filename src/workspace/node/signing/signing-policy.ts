import { PROJECT_FILE } from '../../../analysis/configuration/parse-project-file';
import { parseSigningDemands } from '../../../analysis/configuration/parse-signing-demands';
import type { SigningRequirement } from '../../../analysis/configuration/signing-requirement';
import { IgnoreLevels } from '../../discovery/ignore-levels';
import { FileSystemError } from '../../file-system';
import { foldersUpwards, joinPath, parentPath, relativePath } from '../../path';
import { BlockingFileSystem } from '../blocking-file-system';
import { SigningInputError } from './signing-input';

const MAXIMUM_BYTES = 4 * 1024 * 1024;

/** What the project says about a model, and where. */
export interface SigningPolicy {
  readonly requirement: SigningRequirement;
  /** The project file, absolute. */
  readonly file: string;
  /** Its folder, which the paths in the requirement are relative to. */
  readonly folder: string;
}

/** Where a policy is looked for. */
export interface PolicyScope {
  /** Folders whose project files count, absolute; undefined for those anywhere above the model. */
  readonly within?: readonly string[];
}

/**
 * What the nearest project file above a model demands of its signature. One that lies within the model does not count:
 * who made the model wrote it.
 *
 * @param model absolute, no link
 * @throws SigningInputError when the project file cannot be read or has mistakes
 */
export async function signingPolicy(
  model: string,
  isFolder: boolean,
  { within }: PolicyScope = {},
): Promise<SigningPolicy | undefined> {
  const counts = (folder: string): boolean =>
    within === undefined || within.some((each) => relativePath(each, folder) !== undefined);
  for (const folder of foldersUpwards(parentPath(model)).filter(counts)) {
    const file = joinPath(folder, PROJECT_FILE);
    const text = await readIfThere(file);
    if (text === undefined) continue;
    const requirement = requirementsIn(text, file).find(({ path }) =>
      IgnoreLevels.none.with(folder, path).ignores(model, isFolder),
    );
    return requirement && { requirement, file, folder };
  }
  return undefined;
}

function requirementsIn(text: string, file: string): readonly SigningRequirement[] {
  const { mustBeSigned, problems, positionAt } = parseSigningDemands(text);
  const [wrong] = problems;
  // Whoever demands signatures must not lose that to a mistake in the file.
  if (wrong) throw new SigningInputError(`${file}:${positionAt(wrong.range.start).line}: ${wrong.message}`);
  return mustBeSigned;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await new BlockingFileSystem().read(file, MAXIMUM_BYTES));
  } catch (error) {
    if (error instanceof FileSystemError && error.reason === 'missing') return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SigningInputError(`cannot read ${file}: ${reason}`);
  }
}
