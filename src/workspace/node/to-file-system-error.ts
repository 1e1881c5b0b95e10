import { FileSystemError } from '../file-system';

const REASONS: Readonly<Record<string, FileSystemError['reason']>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
};

/** An error of Node's `fs` as the engine knows it. */
export function toFileSystemError(path: string, error: unknown): FileSystemError {
  if (error instanceof FileSystemError) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const reason = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  const message = error instanceof Error ? error.message : String(error);
  return new FileSystemError(path, reason ?? 'other', code || message);
}

/** Raised before anything is read of a file that is longer than allowed. */
export function tooLarge(path: string, size: number, maximum: number): FileSystemError {
  const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return new FileSystemError(path, 'too-large', `${megabytes(size)}, limit ${megabytes(maximum)}`);
}
