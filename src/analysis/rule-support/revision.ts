/** What the pin fix writes where only a person can say which commit was checked. */
export const REVISION_PLACEHOLDER = 'REPLACE_WITH_COMMIT_HASH';

/** What a revision says about the future: a hash stays, a branch or tag can move. `unclear` is a hash cut short. */
export type RevisionKind = 'commit' | 'branch' | 'tag' | 'reference' | 'placeholder' | 'unclear';

const BRANCHES = new Set([
  'main',
  'master',
  'develop',
  'dev',
  'nightly',
  'latest',
  'HEAD',
  'refs/heads/main',
]);

/** Tells a commit hash (SHA-1 or SHA-256 in full) from the names that point to one for now. */
export function revisionKind(revision: string): RevisionKind {
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(revision)) return 'commit';
  if (/^[0-9a-f]{7,}$/i.test(revision) && /\d/.test(revision)) return 'unclear';
  if (revision === REVISION_PLACEHOLDER) return 'placeholder';
  if (BRANCHES.has(revision)) return 'branch';
  return /^v?\d+(?:\.\d+)*(?:[-.]?(?:a|b|rc|post|dev)\.?\d*)?$/i.test(revision) ? 'tag' : 'reference';
}
