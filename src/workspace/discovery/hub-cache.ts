import { modelName } from '../model-files/model-name';
import type { FolderEntry } from '../file-system';
import { sourceKind } from './source-kind';

/**
 * Whether a folder is a repository in the cache of the Hugging Face Hub: bytes in `blobs`, and in `snapshots` links to them under the
 * names of the files (https://huggingface.co/docs/huggingface_hub/guides/manage-cache).
 */
export function isHubCache(entries: readonly FolderEntry[]): boolean {
  const folders = entries.filter(({ type }) => type === 'folder').map(({ name }) => name);
  return folders.includes('blobs') && folders.includes('snapshots');
}

/** Whether a link in a snapshot is followed: to models and what is read together with them. */
export function isReadThroughLink(path: string): boolean {
  const name = modelName(path);
  return name === 'model' || name === 'perhaps' || sourceKind(path)?.role === 'model-config';
}
