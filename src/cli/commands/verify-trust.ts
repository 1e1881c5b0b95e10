import type { Trust } from '../../models/signing/trust/trust';
import { readTrustedRoot } from '../../models/signing/trust/trusted-root';
import { CliError } from '../cli-error';
import type { SigningPolicy } from '../signing-policy';

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
 * @param read gives the text of a file
 * @throws CliError when they do not go together or a file cannot be used
 */
export function trustOf(options: TrustOptions, read: (path: string) => string): Trust | undefined {
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
  if (key !== undefined) return { method: 'key', pem: read(key) };
  if (certificateChain !== undefined) {
    return { method: 'certificate', roots: read(certificateChain), allowExpired };
  }
  if (!isKeyless) return undefined;
  if (identity === undefined || issuer === undefined) {
    throw new CliError(
      '--identity and --issuer go together: a name counts only on the word of who vouches for it',
    );
  }
  return keyless(identity, issuer, trustedRoot, read);
}

/** What the policy of the project says is trusted. @throws CliError when a file cannot be used */
export function trustOfPolicy({ requirement }: SigningPolicy, read: (path: string) => string): Trust {
  if ('key' in requirement) return { method: 'key', pem: read(requirement.key) };
  if ('certificate-chain' in requirement) {
    return { method: 'certificate', roots: read(requirement['certificate-chain']) };
  }
  return keyless(requirement.identity, requirement.issuer, requirement['trusted-root'], read);
}

function keyless(
  identity: string,
  issuer: string,
  trustedRoot: string | undefined,
  read: (path: string) => string,
): Trust {
  if (trustedRoot === undefined) return { method: 'sigstore', identity, issuer };
  try {
    return { method: 'sigstore', identity, issuer, trustedRoot: readTrustedRoot(read(trustedRoot)) };
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`${trustedRoot}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
