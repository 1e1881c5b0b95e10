import { SignatureError } from '../signature-error';

const MAX_LENGTH = 4096;
const SHARD = /^(.+):(\d{1,16}):(\d{1,16})$/su;

/** A range of a file as the name of a shard says it: the end is not part of it. */
export interface Shard {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Takes `path:start:end` apart; the path may hold colons itself. @throws SignatureError when it is no such name */
export function shardOf(name: string): Shard {
  const [, path, first, last] = SHARD.exec(name) ?? [];
  const [start, end] = [Number(first), Number(last)];
  if (path === undefined || !Number.isSafeInteger(start) || !Number.isSafeInteger(end)) {
    throw new SignatureError('manifest', `What was signed names ${JSON.stringify(name)}, which is no shard.`);
  }
  return { path, start, end };
}

/**
 * Refuses names by which a signature could speak of files outside the model.
 *
 * @throws SignatureError naming it
 */
export function checkPath(path: string): string {
  const parts = path.split('/');
  const isPlain =
    path.length <= MAX_LENGTH &&
    !/[\0\\]/u.test(path) &&
    !/^[A-Za-z]:\//u.test(path) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (isPlain) return path;
  throw new SignatureError(
    'manifest',
    `What was signed names ${JSON.stringify(path.slice(0, 200))}, which is no path within the model.`,
  );
}
