import type { Manifest, SignedFile } from '../manifest/manifest';
import type { SignatureProblem } from '../verification';
import type { ModelFiles } from './model-files';

/** Files that are read at the same time: while one is hashed, the others are fetched from the disk. */
const PARALLEL = 4;

export interface CheckProgress {
  readonly filesDone: number;
  readonly filesTotal: number;
  readonly bytesDone: number;
}

export interface CheckedDigests {
  readonly problems: readonly SignatureProblem[];
  readonly files: number;
  readonly bytes: number;
}

/**
 * Hashes files and compares them with what was signed.
 *
 * @param paths name in the manifest and path on the disk, which differ for a model that is a single file
 * @throws Error when `signal` stops it
 */
export async function checkDigests(
  paths: readonly (readonly [name: string, path: string])[],
  { files: signedFiles, algorithm, shardSize }: Manifest,
  files: ModelFiles,
  signal: AbortSignal,
  onProgress: (progress: CheckProgress) => void,
): Promise<CheckedDigests> {
  const problems: SignatureProblem[] = [];
  let [next, filesDone, bytesDone, good, goodBytes] = [0, 0, 0, 0, 0];
  const onBytes = (count: number): void => {
    bytesDone += count;
    onProgress({ filesDone, filesTotal: paths.length, bytesDone });
  };
  const work = async (): Promise<void> => {
    for (let at = next++; at < paths.length; at = next++) {
      const [name, path] = paths[at] ?? ['', ''];
      const signed = signedFiles.get(name);
      if (!signed) continue;
      const checked = await check(path, signed).catch((error: unknown) => unreadable(error, signal));
      if (typeof checked === 'number') {
        good++;
        goodBytes += checked;
      } else problems.push({ ...checked, file: path });
      filesDone++;
    }
  };
  const check = async (path: string, signed: SignedFile): Promise<number | SignatureProblem> => {
    const found = await files.digests(path, { algorithm, shardSize, signal, onBytes });
    if (signed.size !== undefined && signed.size !== found.size) {
      return changed(`It has ${found.size} bytes, ${signed.size} were signed.`);
    }
    const isSame =
      found.digests.length === signed.digests.length &&
      found.digests.every((digest, at) => digest === signed.digests[at]);
    return isSame ? found.size : changed('Its content is not what was signed.');
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  return { problems, files: good, bytes: goodBytes };
}

function changed(message: string): SignatureProblem {
  return { kind: 'changed-file', message };
}

function unreadable(error: unknown, signal: AbortSignal): SignatureProblem {
  signal.throwIfAborted();
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: 'unreadable-file', message: `It cannot be read: ${reason}.` };
}
