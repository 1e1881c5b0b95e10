import { realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { LEGACY_FORMAT } from '../../../models/signing/manifest/statement';
import { LEGACY_SIGNATURE_NAME } from '../../../models/signing/signature-names';
import type { Trust } from '../../../models/signing/trust/trust';
import { toldVerification, type Verification } from '../../../models/signing/verification';
import type { VerificationRequest } from '../../../models/signing/verification-request';
import { verifyModel } from '../../../models/signing/verify-model';
import { relativePath } from '../../path';
import { ModelFolder } from '../model-folder';
import { toSlashes } from '../to-slashes';
import type { ModelPlace } from './model-place';
import { readSigningInput } from './signing-input';

/** What to verify on this machine's disk, and by what. */
export interface PlaceRequest extends Pick<VerificationRequest, 'signal' | 'onProgress'> {
  readonly place: ModelPlace;
  /** The signature file; undefined when there is none. */
  readonly signature: string | undefined;
  /** What its path is relative to. */
  readonly workingFolder: string;
  readonly trust: Trust | undefined;
  /** A policy demands that the model is signed. */
  readonly isDemanded: boolean;
  /** Paths within the model that need not be signed. */
  readonly ignore?: readonly string[];
}

/**
 * Verifies a model on the disk. Nothing of it is loaded, nothing is asked of the network.
 *
 * @throws SigningInputError when the signature cannot be read
 * @throws the reason of `signal` when it stops the verification
 */
export async function verifyPlace({
  place,
  signature,
  workingFolder,
  trust,
  isDemanded,
  ignore = [],
  ...rest
}: PlaceRequest): Promise<Verification> {
  if (signature === undefined) return withoutSignature(isDemanded);
  if (basename(signature) === LEGACY_SIGNATURE_NAME) {
    return toldVerification('impossible', 'format', LEGACY_FORMAT);
  }
  const text = readSigningInput(workingFolder, signature);
  const { folder, onlyFile } = place;
  return verifyModel({
    ...rest,
    signature: text,
    signaturePath: relativePath(folder, toSlashes(realpathSync(resolve(workingFolder, signature)))),
    trust,
    files: new ModelFolder(folder, onlyFile),
    ignore: ignore.map((path) => relativePath(folder, toSlashes(resolve(folder, path))) ?? path),
    now: new Date(),
  });
}

function withoutSignature(isDemanded: boolean): Verification {
  return isDemanded
    ? toldVerification('failed', 'signature', 'There is no signature, and the policy demands one.')
    : toldVerification('impossible', 'signature', 'There is no signature in the model or beside it.');
}
