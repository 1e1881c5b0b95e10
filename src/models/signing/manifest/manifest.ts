import { concatenate, fromHex, sha256 } from '../encodings';
import { cannotTell, SignatureError } from '../signature-error';
import { checkPath, shardOf } from './resource-name';
import type { Statement } from './statement';

/** The files that were signed. */
export interface Manifest {
  readonly algorithm: HashAlgorithm;
  /** Bytes of a shard; undefined when files were hashed as a whole. */
  readonly shardSize: number | undefined;
  /** Digests by path: one, or one of each shard in order. */
  readonly files: ReadonlyMap<string, SignedFile>;
  readonly allowsLinks: boolean;
  readonly ignored: readonly string[];
}

export interface SignedFile {
  readonly digests: readonly string[];
  /** What the ranges of the shards come to; undefined when the file was hashed as a whole. */
  readonly size: number | undefined;
}

export type HashAlgorithm = 'sha256' | 'blake2b';

/** A model that is one file has this name in signatures of the reference implementation. */
export const ONLY_FILE = '.';

/**
 * What a statement says about files, checked against the rules of the specification.
 *
 * @throws SignatureError when it breaks one, or uses what is not supported
 */
export async function manifestOf({ subject, predicate }: Statement): Promise<Manifest> {
  const { resources, serialization } = predicate;
  const algorithm = algorithmOf(serialization.hash_type);
  for (const resource of resources) {
    // The reference implementation labels shards `sha256-sharded-1000000000`.
    if (resource.algorithm.replace(/-sharded-\d+$/u, '') !== algorithm) {
      throw broken(`${JSON.stringify(resource.name)} has a digest of another kind than the others`);
    }
  }
  const all = concatenate(resources.map(({ digest }) => fromHex(digest) ?? new Uint8Array()));
  if ((await sha256(all)) !== subject[0]?.digest.sha256) {
    throw broken('the digest of the model does not fit those of its files');
  }
  const shardSize = shardSizeOf(serialization);
  return {
    algorithm,
    shardSize,
    files: shardSize === undefined ? wholeFiles(resources) : shardedFiles(resources, shardSize),
    allowsLinks: serialization.allow_symlinks,
    ignored: serialization.ignore_paths,
  };
}

type Resources = Statement['predicate']['resources'];

function algorithmOf(name: string): HashAlgorithm {
  if (name === 'sha256' || name === 'blake2b') return name;
  throw cannotTell(
    'unsupported',
    `The files were hashed with ${JSON.stringify(name)}, which is not supported.`,
  );
}

function shardSizeOf({
  method,
  shard_size: size,
}: Statement['predicate']['serialization']): number | undefined {
  if (method !== 'files' && method !== 'shards') {
    throw cannotTell(
      'unsupported',
      `The files were hashed by ${JSON.stringify(method)}, which is not supported.`,
    );
  }
  if ((method === 'shards') !== (size !== undefined)) {
    throw broken(
      method === 'shards' ? 'the size of the shards is missing' : 'whole files have no size of shards',
    );
  }
  return size;
}

function wholeFiles(resources: Resources): Manifest['files'] {
  const files = new Map<string, SignedFile>();
  for (const { name, digest } of resources) {
    const path = name === ONLY_FILE && resources.length === 1 ? name : checkPath(name);
    if (files.has(path)) throw broken(`${JSON.stringify(name)} is there twice`);
    files.set(path, { digests: [digest], size: undefined });
  }
  return files;
}

function shardedFiles(resources: Resources, shardSize: number): Manifest['files'] {
  const files = new Map<string, { readonly digests: string[]; size: number }>();
  for (const { name, digest } of resources) {
    const { path, start, end } = shardOf(name);
    const file = files.get(path) ?? { digests: [], size: 0 };
    // Nothing may be left out between two shards, and only the last may be shorter.
    const follows = start === file.size && start === file.digests.length * shardSize;
    if (!follows || end <= start || end > start + shardSize) {
      throw broken(`the shards of ${JSON.stringify(path)} do not join`);
    }
    file.digests.push(digest);
    file.size = end;
    if (!files.has(path)) files.set(path === ONLY_FILE ? path : checkPath(path), file);
  }
  if (files.size > 1 && files.has(ONLY_FILE)) checkPath(ONLY_FILE);
  return files;
}

function broken(reason: string): SignatureError {
  return new SignatureError('manifest', `What was signed breaks the rules: ${reason}.`);
}
