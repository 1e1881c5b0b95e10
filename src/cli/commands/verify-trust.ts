import type { Trust } from '../../models/signing/trust/trust';
import { keylessTrust } from '../../workspace/node/signing/policy-trust';
import { readSigningInput } from '../../workspace/node/signing/signing-input';
import { CliError } from '../cli-error';

/** What the user trusts, as options of the command. */
export interface TrustOptions {
  readonly key?: string;
  readonly certificateChain?: string;
  readonly allowExpired?: true;
  readonly identity?: string;
  readonly issuer?: string;
  readonly trustedRoot?: string;
}

/**
 * What the options say is trusted; undefined when they say nothing.
 *
 * @param folder what the paths in them are relative to
 * @throws CliError when they do not go together
 * @throws SigningInputError when a file cannot be used
 */
export function trustOf(options: TrustOptions, folder: string): Trust | undefined {
  const { key, certificateChain, identity, issuer, trustedRoot, allowExpired = false } = options;
  const isKeyless = identity !== undefined || issuer !== undefined;
  const methods = [key !== undefined, certificateChain !== undefined, isKeyless].filter(Boolean).length;
  if (methods > 1) {
    throw new CliError('give one of --key, --certificate-chain, and --identity with --issuer');
  }
  if (trustedRoot !== undefined && !isKeyless) {
    throw new CliError('--trusted-root goes with --identity and --issuer');
  }
  if (allowExpired && certificateChain === undefined) {
    throw new CliError('--allow-expired goes with --certificate-chain');
  }
  if (key !== undefined) return { method: 'key', pem: readSigningInput(folder, key) };
  if (certificateChain !== undefined) {
    return { method: 'certificate', roots: readSigningInput(folder, certificateChain), allowExpired };
  }
  if (!isKeyless) return undefined;
  if (identity === undefined || issuer === undefined) {
    throw new CliError(
      '--identity and --issuer go together: a name counts only on the word of who vouches for it',
    );
  }
  return keylessTrust(identity, issuer, trustedRoot, folder);
}
