import { Option, type Command } from 'commander';

/** Adds the options of `mlsecops verify`. */
export function addVerifyOptions(command: Command): Command {
  return command
    .option('-s, --signature <file>', 'the signature (default: the one in the model or beside it)')
    .option('--key <file>', 'PEM file with the public key of the signer')
    .option('--certificate-chain <file>', 'PEM file with the root that the certificate must lead to')
    .option('--allow-expired', 'take a certificate that has expired since')
    .option('--identity <name>', 'who must have signed: an e-mail address or the URI of a workflow')
    .option('--issuer <uri>', 'which OpenID provider must have vouched for that')
    .option(
      '--trusted-root <file>',
      'trusted root of a Sigstore instance (default: the public one, built in)',
    )
    .option('--ignore <path>', 'a path within the model that need not be signed; can be repeated', collect)
    .addOption(
      new Option('-f, --format <format>', 'how to report').choices(['text', 'json']).default('text'),
    );
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
