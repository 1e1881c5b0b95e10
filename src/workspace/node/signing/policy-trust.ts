import type { SigstoreTrust, Trust } from '../../../models/signing/trust/trust';
import { readTrustedRoot } from '../../../models/signing/trust/trusted-root';
import { readSigningInput, SigningInputError } from './signing-input';
import type { SigningPolicy } from './signing-policy';

/** What the policy of the project says is trusted. @throws SigningInputError when a file cannot be used */
export function trustOfPolicy({ requirement, folder }: SigningPolicy): Trust {
  if ('key' in requirement) return { method: 'key', pem: readSigningInput(folder, requirement.key) };
  if ('certificate-chain' in requirement) {
    return { method: 'certificate', roots: readSigningInput(folder, requirement['certificate-chain']) };
  }
  return keylessTrust(requirement.identity, requirement.issuer, requirement['trusted-root'], folder);
}

/**
 * Trust in an identity on the word of an issuer.
 *
 * @param trustedRoot path of a Sigstore instance's trusted root; undefined for the public instance
 * @param folder what that path is relative to
 * @throws SigningInputError when the trusted root cannot be used
 */
export function keylessTrust(
  identity: string,
  issuer: string,
  trustedRoot: string | undefined,
  folder: string,
): SigstoreTrust {
  if (trustedRoot === undefined) return { method: 'sigstore', identity, issuer };
  const text = readSigningInput(folder, trustedRoot);
  try {
    return { method: 'sigstore', identity, issuer, trustedRoot: readTrustedRoot(text) };
  } catch (error) {
    throw new SigningInputError(`${trustedRoot}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
