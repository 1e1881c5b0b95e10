import {
  EXTENSION_OID_OTHERNAME,
  SigstoreVerifier,
  type SigstoreBundle,
  type X509Certificate,
} from '@freedomofpress/sigstore-browser';
import type { Bundle } from '../bundle/read-bundle';
import { fromHex } from '../encodings';
import { SignatureError } from '../signature-error';
import type { Signer } from '../verification';
import { parseCertificate } from './certificate';
import { checkedLogEntry, rootAsOf } from './log-time';
import type { SigstoreTrust } from './trust';
import { BUILT_IN_ROOT } from './trusted-root';

/**
 * Verifies a keyless signature: certificate of the Sigstore authority, certificate log, transparency log, time,
 * signature, and that the certificate names the identity and issuer the user expects. Without any network.
 *
 * @param digest SHA-256 of the file, in hexadecimal digits, when the bundle is about a file and not a statement
 * @throws SignatureError when it does not hold
 */
export async function verifyKeyless(bundle: Bundle, trust: SigstoreTrust, digest?: string): Promise<Signer> {
  if (bundle.material.method !== 'sigstore') throw new Error('not a keyless bundle');
  const certificate = parseCertificate(bundle.material.certificate);
  checkIdentity(certificate, trust);
  const entry = checkedLogEntry(bundle.json);
  const verifier = new SigstoreVerifier();
  // What the schema has checked is what the library reads; it writes the alternatives down in another way.
  const json = bundle.json as unknown as SigstoreBundle;
  try {
    const { root } = BUILT_IN_ROOT;
    await verifier.loadSigstoreRoot(rootAsOf(trust.trustedRoot ?? root, certificate.notBefore, entry));
    if (digest === undefined) {
      await verifier.verifyDsse(json, { verify: (leaf) => checkIdentity(leaf, trust) });
    } else {
      const bytes = fromHex(digest) ?? new Uint8Array();
      await verifier.verifyArtifact(
        certificate.subjectAltName ?? '',
        issuerOf(certificate),
        json,
        bytes,
        true,
      );
    }
  } catch (error) {
    if (error instanceof SignatureError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SignatureError('signature', `The signature does not hold: ${reason.replace(/\.$/u, '')}.`);
  }
  const loggedAt =
    entry.integratedTime === null ? undefined : new Date(Number(entry.integratedTime) * 1000).toISOString();
  return { ...named(trust), ...(loggedAt === undefined ? {} : { loggedAt }) };
}

function named({ identity, issuer }: SigstoreTrust): Extract<Signer, { method: 'sigstore' }> {
  return { method: 'sigstore', identity, issuer };
}

function checkIdentity(certificate: X509Certificate, { identity, issuer }: SigstoreTrust): void {
  const names = identitiesOf(certificate);
  if (!names.includes(identity)) {
    const found = names.length === 0 ? 'nobody' : names.join(', ');
    throw new SignatureError('identity', `The certificate names ${found} as the signer, not ${identity}.`);
  }
  if (issuerOf(certificate) !== issuer) {
    throw new SignatureError(
      'identity',
      `The certificate was issued on the word of ${issuerOf(certificate) || 'nobody'}, not of ${issuer}.`,
    );
  }
}

function identitiesOf({ extSubjectAltName: names }: X509Certificate): readonly string[] {
  const found = [names?.uri, names?.rfc822Name, names?.otherName(EXTENSION_OID_OTHERNAME)];
  return found.flatMap((name) => (name === undefined || name === '' ? [] : [name]));
}

function issuerOf({ extFulcioIssuerV2, extFulcioIssuerV1 }: X509Certificate): string {
  return extFulcioIssuerV2?.issuer ?? extFulcioIssuerV1?.issuer ?? '';
}
