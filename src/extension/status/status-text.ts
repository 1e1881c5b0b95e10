import type { ScanProgress } from '../scan/scan-progress';

/** `Scanning 12 of 400 files`; without numbers while the files are still being looked for. */
export function scanText({ filesDone, filesTotal }: ScanProgress): string {
  return filesTotal === 0 ? 'Looking for files to scan' : `Scanning ${filesDone} of ${filesTotal} files`;
}
