import type { Dirent, Stats } from 'node:fs';
import type { FileType } from '../file-system';

export function fileType(entry: Dirent | Stats): FileType {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}
