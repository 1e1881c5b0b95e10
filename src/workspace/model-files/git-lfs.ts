import type { Finding } from '../../models/verdict/finding';

/** How the files begin that Git LFS leaves in place of those it keeps elsewhere: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md. */
const POINTER = 'version https://git-lfs.github.com/spec/v1\n';
/** The specification allows no longer ones. */
const MAXIMUM_BYTES = 1024;

/** Whether a file is not there, but a pointer to it is. */
export function isLfsPointer(size: number, head: Uint8Array): boolean {
  return size < MAXIMUM_BYTES && new TextDecoder().decode(head.subarray(0, POINTER.length)) === POINTER;
}

/** What there is to say of a model that is not there. */
export const LFS_FINDING: Finding = {
  verdict: 'incomplete',
  rule: 'format',
  message:
    'Only the pointer of Git LFS is here, not the file: fetch it (`git lfs pull`) to have it looked into.',
  where: '',
  offset: 0,
  count: 1,
};
