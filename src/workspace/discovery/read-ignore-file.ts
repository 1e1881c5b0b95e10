import type { FileSystem } from '../file-system';

const MAXIMUM_BYTES = 1024 * 1024;

/** The text of an ignore file; undefined when there is none or it cannot be read: then nothing is ignored by it. */
export async function readIgnoreFile(fileSystem: FileSystem, path: string): Promise<string | undefined> {
  try {
    const bytes = await fileSystem.read(path, MAXIMUM_BYTES);
    return bytes.length > MAXIMUM_BYTES ? undefined : new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}
