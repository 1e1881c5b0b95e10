import type { Exclusions } from '../manifest/exclusions';
import type { Manifest } from '../manifest/manifest';
import { cannotTell } from '../signature-error';
import type { SignatureProblem } from '../verification';
import type { ModelEntry, ModelFiles } from './model-files';

const MAX_ENTRIES = 500_000;

export interface ListedFiles {
  /** Files that are there and signed, whatever their content. */
  readonly signed: readonly string[];
  /** Files, links and the like that are there and should not be. */
  readonly problems: readonly SignatureProblem[];
}

/**
 * Compares what is there with what was signed, by name. What is signed is looked at even where it is excluded.
 *
 * @throws SignatureError when there are too many files
 * @throws Error when a folder cannot be read
 */
export async function listFiles(
  manifest: Manifest,
  files: ModelFiles,
  exclusions: Exclusions,
  signal: AbortSignal,
): Promise<ListedFiles> {
  const signed: string[] = [];
  const problems: SignatureProblem[] = [];
  const foldersOfSigned = parentsOf(manifest.files.keys());
  const folders = [''];
  let entries = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    signal.throwIfAborted();
    for (const { name, type } of await files.list(folder)) {
      if (++entries > MAX_ENTRIES) {
        throw cannotTell('limit', `The model has more than ${MAX_ENTRIES.toLocaleString('en')} files.`);
      }
      const path = folder === '' ? name : `${folder}/${name}`;
      if (exclusions.excludes(path) && !manifest.files.has(path) && !foldersOfSigned.has(path)) continue;
      if (type === 'folder') folders.push(path);
      else {
        const problem = await problemOf(path, type, manifest, files);
        if (problem) problems.push({ ...problem, file: path });
        else if (manifest.files.has(path)) signed.push(path);
      }
    }
  }
  return { signed, problems };
}

async function problemOf(
  path: string,
  type: Exclude<ModelEntry['type'], 'folder'>,
  manifest: Manifest,
  files: ModelFiles,
): Promise<SignatureProblem | undefined> {
  if (type === 'link') {
    if (!manifest.allowsLinks) {
      return {
        kind: 'link',
        message: 'It is a link. Links are not followed: the signature does not allow them.',
      };
    }
    if (!(await files.leadsToOwnFile(path))) {
      return { kind: 'link', message: 'It is a link that does not lead to a file of the model.' };
    }
  }
  if (manifest.files.has(path)) {
    return type === 'other' ? { kind: 'link', message: 'It is no regular file.' } : undefined;
  }
  // An empty file has no shards, so that no signature can list it.
  if (type === 'file' && manifest.shardSize !== undefined && (await files.isEmpty(path))) return undefined;
  return { kind: 'extra-file', message: 'It is not signed.' };
}

function parentsOf(paths: Iterable<string>): ReadonlySet<string> {
  const parents = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      parents.add(path.slice(0, end));
    }
  }
  return parents;
}
