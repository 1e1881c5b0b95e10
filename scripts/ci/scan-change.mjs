import { withBase } from './base-worktree.mjs';
import { runScan } from './command-line.mjs';

/**
 * Scans a checkout in CI: all findings as SARIF where a file is named for them, then what is new, with a summary.
 *
 * @param folder for what is needed meanwhile
 * @returns the exit code of `mlsecops scan`
 */
export function scanChange({ paths, options, failOn, sarif, base, summary, folder }) {
  const targets = ['--', ...(paths.length > 0 ? paths : ['.'])];
  if (sarif !== '') {
    // Code scanning takes what is not in the file for mended, so it gets all findings, not only new ones.
    const code = runScan([
      ...options,
      '--format',
      'sarif',
      '--output',
      sarif,
      '--fail-on',
      'never',
      ...targets,
    ]);
    if (code !== 0) return code;
  }
  return withBase(base, folder, (at) =>
    runScan([
      ...options,
      ...(at === undefined ? [] : ['--base', at]),
      ...['--summary', summary, '--fail-on', failOn || 'warning'],
      ...targets,
    ]),
  );
}

/** Lines of a variable, each a path. */
export function pathsOf(text = '.') {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
