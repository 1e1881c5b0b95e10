import type { FileStat, FileSystem, FileType, FolderEntry } from '../../../../src/workspace/file-system';
import { FileSystemError } from '../../../../src/workspace/file-system';
import { baseName, foldersUpwards, parentPath } from '../../../../src/workspace/path';

type Content =
  | string
  | Uint8Array
  | { readonly refuse: FileSystemError['reason'] }
  | { readonly type: FileType }
  | { readonly linkTo: string };

/** A file system of a test: paths and contents, some of which refuse to be read. */
export class MemoryFileSystem implements FileSystem {
  private readonly files = new Map<string, Content>();
  private readonly folders = new Set<string>(['/']);

  /** @param times when files were modified, by their paths; 0 for others */
  constructor(
    files: Readonly<Record<string, Content>>,
    private readonly times: Readonly<Record<string, number>> = {},
  ) {
    for (const [path, content] of Object.entries(files)) {
      if (path.endsWith('/')) {
        const folder = path.slice(0, -1);
        this.files.set(folder, content);
        for (const each of foldersUpwards(folder)) this.folders.add(each);
        continue;
      }
      this.files.set(path, content);
      for (const folder of foldersUpwards(parentPath(path))) this.folders.add(folder);
    }
  }

  read(path: string, maximum = Infinity): Promise<Uint8Array> {
    const content = this.files.get(path);
    if (content === undefined) return refused(path, 'missing');
    if (typeof content === 'object' && 'refuse' in content) return refused(path, content.refuse);
    if (typeof content === 'object' && 'type' in content) return refused(path, 'other');
    if (typeof content === 'object' && 'linkTo' in content) return this.read(content.linkTo, maximum);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return bytes.length > maximum ? refused(path, 'too-large') : Promise.resolve(bytes);
  }

  async head(path: string, length: number): Promise<Uint8Array> {
    return (await this.read(path)).subarray(0, length);
  }

  stat(path: string): Promise<FileStat> {
    if (this.folders.has(path)) return Promise.resolve({ type: 'folder', size: 0, modified: 0 });
    const content = this.files.get(path);
    if (content === undefined) return refused(path, 'missing');
    const size = typeof content === 'string' || content instanceof Uint8Array ? content.length : 0;
    return Promise.resolve({ type: this.typeOf(path), size, modified: this.times[path] ?? 0 });
  }

  list(path: string): Promise<readonly FolderEntry[]> {
    const content = this.files.get(path);
    if (typeof content === 'object' && 'refuse' in content) return refused(path, content.refuse);
    const below = (paths: Iterable<string>): string[] =>
      [...paths].filter((each) => each !== '/' && parentPath(each) === path);
    const folders = below(this.folders).map((each) => ({ name: baseName(each), type: 'folder' as const }));
    const files = below(this.files.keys())
      .filter((each) => !this.folders.has(each))
      .map((each) => ({ name: baseName(each), type: this.typeOf(each) }));
    return Promise.resolve([...folders, ...files]);
  }

  private typeOf(path: string): FileType {
    const content = this.files.get(path);
    if (typeof content === 'object' && 'linkTo' in content) return 'link';
    return typeof content === 'object' && 'type' in content ? content.type : 'file';
  }
}

function refused(path: string, reason: FileSystemError['reason']): Promise<never> {
  return Promise.reject(new FileSystemError(path, reason, reason));
}
