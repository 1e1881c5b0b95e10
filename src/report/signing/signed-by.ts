import type { Signer } from '../../models/signing/verification';

/** Who signed, as a sentence. */
export function signedBy(signer: Signer): string {
  switch (signer.method) {
    case 'key':
      return `Signed with the key ${signer.hint}.`;
    case 'certificate':
      return `Signed by ${signer.subject} (certificate valid to ${signer.validTo.slice(0, 10)}).`;
    case 'sigstore': {
      const when = signer.loggedAt === undefined ? '' : `, logged at ${signer.loggedAt}`;
      return `Signed by ${signer.identity} (on the word of ${signer.issuer}${when}).`;
    }
  }
}
