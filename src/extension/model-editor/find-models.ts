import { FileType, Uri, workspace, type CancellationToken } from 'vscode';
import { MODEL_CONFIGURATIONS, MODEL_ENDINGS } from '../names/models';

const MAX_FILES = 10_000;
const MAX_FOLDERS = 20_000;
const MAX_DEPTH = 24;
const SKIPPED = new Set(['.git', 'node_modules', '.venv', 'venv', '__pycache__']);

export interface FoundModels {
  readonly files: readonly Uri[];
  /** There are more files or folders than are looked at. */
  readonly more: boolean;
}

/** Whether a file may be a model or say how one is loaded, by its name. */
export function isModelName(name: string): boolean {
  const ending = /\.(\w+)$/u.exec(name)?.[1]?.toLowerCase();
  return (
    (ending !== undefined && MODEL_ENDINGS.includes(ending)) ||
    MODEL_CONFIGURATIONS.includes(name.toLowerCase())
  );
}

/**
 * The model files below a folder. Links to files are followed, as the Hugging Face cache is made of them; links to folders are
 * not. A folder that cannot be read is left out.
 */
export async function findModels(root: Uri, token: CancellationToken): Promise<FoundModels> {
  const files: Uri[] = [];
  const folders: { readonly uri: Uri; readonly depth: number }[] = [{ uri: root, depth: 0 }];
  let visited = 0;
  for (let next = folders.shift(); next; next = folders.shift()) {
    const { uri, depth } = next;
    if (token.isCancellationRequested) break;
    if ((visited += 1) > MAX_FOLDERS || files.length >= MAX_FILES) return { files, more: true };
    for (const [name, type] of await entriesOf(uri)) {
      const child = Uri.joinPath(uri, name);
      if (type & FileType.File) {
        if (isModelName(name) && files.length < MAX_FILES) files.push(child);
      } else if (type === FileType.Directory && depth < MAX_DEPTH && !SKIPPED.has(name)) {
        folders.push({ uri: child, depth: depth + 1 });
      }
    }
  }
  return { files, more: files.length >= MAX_FILES };
}

async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
