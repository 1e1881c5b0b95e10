import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { MAX_BUNDLE_SIZE } from '../../../models/signing/bundle/read-bundle';
import { systemReason } from '../system-reason';

/** Something that a verification was given cannot be used: a path, a key, a policy. The message names it. */
export class SigningInputError extends Error {
  override readonly name = 'SigningInputError';
}

/**
 * The text of a file that a verification needs: a signature, a key, a trusted root.
 *
 * @param folder what a relative path is relative to
 * @throws SigningInputError when it cannot be read or is too large
 */
export function readSigningInput(folder: string, path: string): string {
  try {
    const file = resolve(folder, path);
    if (statSync(file).size > MAX_BUNDLE_SIZE) throw new Error('it is too large');
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new SigningInputError(`cannot read ${path}: ${systemReason(error)}`);
  }
}
