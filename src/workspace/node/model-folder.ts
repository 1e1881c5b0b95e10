import { createHash, createPublicKey, createVerify, getHashes } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type {
  DigestRequest,
  FileDigests,
  ModelEntry,
  ModelFiles,
  SignedByRequest,
} from '../../models/signing/files/model-files';
import type { HashAlgorithm } from '../../models/signing/manifest/manifest';
import { fileType } from './file-type';

const BLOCK = 1024 * 1024;
const NODE_NAMES: Readonly<Record<HashAlgorithm, string>> = { sha256: 'sha256', blake2b: 'blake2b512' };
/** On Windows, which has no such flag, this is plain reading. */
const WITHOUT_LINKS = constants.O_RDONLY | constants.O_NOFOLLOW;

/** The files of a model on this machine's disk, read in blocks. */
export class ModelFolder implements ModelFiles {
  readonly algorithms: ReadonlySet<HashAlgorithm>;

  /**
   * @param root the folder of the model, or the one its only file lies in; no link
   * @param onlyFile name of that file
   */
  constructor(
    private readonly root: string,
    readonly onlyFile: string | undefined,
  ) {
    const known = new Set(getHashes());
    const names = Object.entries(NODE_NAMES) as [HashAlgorithm, string][];
    this.algorithms = new Set(names.filter(([, name]) => known.has(name)).map(([algorithm]) => algorithm));
  }

  async list(folder: string): Promise<readonly ModelEntry[]> {
    const entries = await readdir(join(this.root, folder), { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, type: fileType(entry) }));
  }

  async leadsToOwnFile(path: string): Promise<boolean> {
    try {
      const target = await realpath(join(this.root, path));
      return this.#isWithin(target) && (await stat(target)).isFile();
    } catch {
      return false;
    }
  }

  async isEmpty(path: string): Promise<boolean> {
    return (await lstat(join(this.root, path))).size === 0;
  }

  async digests(
    path: string,
    { algorithm, shardSize = Infinity, ...request }: DigestRequest,
  ): Promise<FileDigests> {
    const digests: string[] = [];
    let [hash, left] = [createHash(NODE_NAMES[algorithm]), shardSize];
    const size = await this.#read(path, request, (block) => {
      for (let at = 0; at < block.length;) {
        if (left === 0) {
          digests.push(hash.digest('hex'));
          [hash, left] = [createHash(NODE_NAMES[algorithm]), shardSize];
        }
        const part = block.subarray(at, at + Math.min(left, block.length));
        hash.update(part);
        left -= part.length;
        at += part.length;
      }
    });
    // An empty file has a digest as a whole and no shard.
    if (size > 0 || shardSize === Infinity) digests.push(hash.digest('hex'));
    return { digests, size };
  }

  async isSignedBy(
    path: string,
    { key, signature, hashes, ...request }: SignedByRequest,
  ): Promise<{ readonly holds: boolean; readonly size: number }> {
    const verifiers = hashes.map((hash) => createVerify(hash.replace('-', '')));
    const size = await this.#read(path, request, (block) => verifiers.forEach((one) => one.update(block)));
    const spki = createPublicKey({ key: Buffer.from(key.spki), format: 'der', type: 'spki' });
    return { holds: verifiers.some((one) => one.verify(spki, signature)), size };
  }

  async #read(
    path: string,
    { signal, onBytes }: Pick<DigestRequest, 'signal' | 'onBytes'>,
    take: (block: Uint8Array) => void,
  ): Promise<number> {
    const file = await open(await this.#placeOf(path), WITHOUT_LINKS);
    try {
      if (!(await file.stat()).isFile()) throw new Error('it is no regular file');
      const block = Buffer.allocUnsafe(BLOCK);
      let size = 0;
      for (;;) {
        signal.throwIfAborted();
        const { bytesRead } = await file.read(block, 0, BLOCK, size);
        if (bytesRead === 0) return size;
        take(block.subarray(0, bytesRead));
        size += bytesRead;
        onBytes(bytesRead);
      }
    } finally {
      await file.close();
    }
  }

  /** Where a file really is: a folder above it may have become a link since it was listed. */
  async #placeOf(path: string): Promise<string> {
    const place = await realpath(join(this.root, path));
    if (!this.#isWithin(place)) throw new Error('it leads out of the model');
    return place;
  }

  #isWithin(place: string): boolean {
    const way = relative(this.root, place);
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`);
  }
}
