import type { ShellCommand } from '../../../source/content/shell-command';
import type { RuleContext } from '../../rule';

const HASHING = /^(?:g?sha\d+sum|shasum|md5sum|b2sum|b3sum|rhash|cksum|hashdeep)$/u;

/** Whether a document compares what it fetched with a hash or a signature anywhere. */
export function checksIntegrity({ content }: RuleContext): boolean {
  return content.commands.some(isCheck);
}

function isCheck({ program, words }: ShellCommand): boolean {
  if (program === undefined) return false;
  const has = (pattern: RegExp): boolean => words.slice(1).some(({ text }) => pattern.test(text));
  // Printed alone a hash helps nobody, yet who prints it has thought of it.
  if (HASHING.test(program)) return true;
  if (program === 'gpg' || program === 'gpgv' || program === 'minisign')
    return has(/^--verify$|^-V/u) || program === 'gpgv';
  if (program === 'cosign' || program === 'model_signing') return has(/^verify/u);
  if (program === 'openssl') return has(/^dgst$/u);
  if (program === 'gh') return has(/^attestation$/u);
  return program === 'aria2c' && has(/^--checksum/u);
}
