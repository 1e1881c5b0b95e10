import { createHash, createPublicKey, verify } from 'node:crypto';
import type { ModelEntry, ModelFiles } from '../../../src/models/signing/files/model-files';

export interface MemoryModel {
  readonly files: Readonly<Record<string, string>>;
  /** Links by path, and where they lead: a path of the model, or anything else for out of it. */
  readonly links?: Readonly<Record<string, string>>;
  readonly onlyFile?: string;
}

/** A model in memory. */
export function memoryFiles({ files, links = {}, onlyFile }: MemoryModel): ModelFiles {
  const paths = [...Object.keys(files), ...Object.keys(links)];
  const content = (path: string): Buffer => {
    const text = files[links[path] ?? path];
    if (text === undefined) throw new Error('no such file');
    return Buffer.from(text);
  };
  return {
    onlyFile,
    algorithms: new Set(['sha256']),
    list: (folder) => {
      const found = new Map<string, ModelEntry>();
      for (const path of paths.filter((one) => folder === '' || one.startsWith(`${folder}/`))) {
        const [name = '', ...rest] = path.slice(folder === '' ? 0 : folder.length + 1).split('/');
        const type = rest.length > 0 ? 'folder' : Object.hasOwn(links, path) ? 'link' : 'file';
        found.set(name, { name, type });
      }
      return Promise.resolve([...found.values()]);
    },
    leadsToOwnFile: (path) => Promise.resolve(Object.hasOwn(files, links[path] ?? '')),
    isEmpty: (path) => Promise.resolve(files[path] === ''),
    digests: async (path, { shardSize = Infinity, onBytes }) => {
      await Promise.resolve();
      const bytes = content(path);
      onBytes(bytes.length);
      const count = shardSize === Infinity ? 1 : Math.ceil(bytes.length / shardSize);
      const digests = Array.from({ length: count }, (_, at) => {
        const start = at === 0 ? 0 : at * shardSize;
        return createHash('sha256')
          .update(bytes.subarray(start, start + shardSize))
          .digest('hex');
      });
      return { digests, size: bytes.length };
    },
    isSignedBy: async (path, { key, signature, hashes }) => {
      await Promise.resolve();
      const bytes = content(path);
      const spki = createPublicKey({ key: Buffer.from(key.spki), format: 'der', type: 'spki' });
      const holds = hashes.some((hash) => verify(hash.replace('-', ''), bytes, spki, signature));
      return { holds, size: bytes.length };
    },
  };
}
