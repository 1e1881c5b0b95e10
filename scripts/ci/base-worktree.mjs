import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { git } from './command-line.mjs';

/**
 * Runs something with an earlier state of the repository checked out in a folder of its own.
 *
 * @param sha the commit; anything else than a full hash counts as none
 * @param folder where to put it
 * @param use is given the folder; undefined where there is no such commit to be had, which is told
 */
export function withBase(sha, folder, use) {
  const base = checkOut(sha, join(folder, 'base'));
  try {
    return use(base);
  } finally {
    if (base !== undefined) {
      rmSync(base, { recursive: true, force: true });
      git(['worktree', 'prune']);
    }
  }
}

function checkOut(sha, base) {
  if (typeof sha !== 'string' || !/^[0-9a-f]{40,64}$/u.test(sha)) return undefined;
  try {
    if (!isThere(sha)) git(['fetch', '--quiet', '--no-tags', '--depth=1', 'origin', sha]);
    // No hook of anybody runs, and large files stay where they are: the files that name them are enough to compare.
    git(['-c', 'core.hooksPath=/dev/null', 'worktree', 'add', '--detach', '--quiet', base, sha], {
      env: { ...process.env, GIT_LFS_SKIP_SMUDGE: '1' },
    });
    return base;
  } catch (error) {
    console.error(`mlsecops: the base cannot be compared with, so all findings count: ${error.message}`);
    return undefined;
  }
}

function isThere(sha) {
  try {
    git(['cat-file', '-e', `${sha}^{commit}`]);
    return true;
  } catch {
    return false;
  }
}
