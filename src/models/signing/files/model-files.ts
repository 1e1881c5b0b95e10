import type { HashAlgorithm } from '../manifest/manifest';
import type { Curve, PublicKey } from '../trust/public-key';

/** The files of a model on some disk. Paths are relative to the model, with `/`; nothing outside it is ever reached. */
export interface ModelFiles {
  /** The name of the file when the model is a single one: then only that file is looked at. */
  readonly onlyFile: string | undefined;
  /** The hashes that can be computed here. */
  readonly algorithms: ReadonlySet<HashAlgorithm>;
  /** What lies directly in a folder of the model; the empty path is the model itself. @throws Error */
  list(folder: string): Promise<readonly ModelEntry[]>;
  /** Whether a link leads to a regular file of the model. */
  leadsToOwnFile(path: string): Promise<boolean>;
  /** @throws Error when it cannot be read */
  isEmpty(path: string): Promise<boolean>;
  /**
   * Hashes a file as a whole, or each shard of it in order.
   *
   * @throws Error when it cannot be read, or when `signal` stops it
   */
  digests(path: string, request: DigestRequest): Promise<FileDigests>;
  /** Whether the content of a file was signed with a key, and how many bytes that are. @throws Error as `digests` does */
  isSignedBy(
    path: string,
    request: SignedByRequest,
  ): Promise<{ readonly holds: boolean; readonly size: number }>;
}

export interface ModelEntry {
  readonly name: string;
  readonly type: 'file' | 'folder' | 'link' | 'other';
}

export interface DigestRequest {
  readonly algorithm: HashAlgorithm;
  readonly shardSize: number | undefined;
  readonly signal: AbortSignal;
  /** Called with the bytes that have been read since the last call. */
  readonly onBytes: (count: number) => void;
}

export interface FileDigests {
  /** In hexadecimal digits. */
  readonly digests: readonly string[];
  /** Bytes that were read. */
  readonly size: number;
}

export interface SignedByRequest extends Pick<DigestRequest, 'signal' | 'onBytes'> {
  readonly key: PublicKey;
  /** DER. */
  readonly signature: Uint8Array;
  /** It is enough that the signature holds with one of them. */
  readonly hashes: readonly Curve['hash'][];
}
