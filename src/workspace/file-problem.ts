import { FileSystemError } from './file-system';

/** A file or folder that could not be taken in. The scan goes on without it. */
export interface FileProblem {
  /** Relative to the root of the scan; empty for the root itself. */
  readonly path: string;
  readonly kind: 'unreadable' | 'vanished' | 'too-large' | 'time-limit' | 'crash' | 'limit';
  readonly message: string;
}

const REASONS: Readonly<Record<FileSystemError['reason'], { kind: FileProblem['kind']; text: string }>> = {
  missing: { kind: 'vanished', text: 'was deleted during the scan' },
  denied: { kind: 'unreadable', text: 'cannot be read: permission denied' },
  'too-large': { kind: 'too-large', text: 'is over the size limit and was not read' },
  other: { kind: 'unreadable', text: 'cannot be read' },
};

/** What a failed read means for the person who started the scan. */
export function fileProblem(path: string, what: 'file' | 'folder', error: unknown): FileProblem {
  if (!(error instanceof FileSystemError)) {
    const detail = error instanceof Error ? error.message : String(error);
    return { path, kind: 'unreadable', message: `The ${what} cannot be read: ${detail}` };
  }
  const { kind, text } = REASONS[error.reason];
  const detail = error.reason === 'missing' || error.reason === 'denied' ? '' : `: ${error.message}`;
  return { path, kind, message: `The ${what} ${text}${detail}.` };
}
