import type { Bytes } from '../encodings';
import { cannotTell, SignatureError } from '../signature-error';
import type { Signer } from '../verification';
import {
  certificatesFromPem,
  mayBeSignedWith,
  parseCertificate,
  subjectOf,
  unknownCriticalExtension,
} from './certificate';
import { pathToRoot } from './certificate-path';
import { publicKeyOf, verifyWithKey } from './public-key';
import type { CertificateTrust } from './trust';

/**
 * Verifies a signature made with a certificate that leads to one of the user's roots.
 *
 * @param chain the signer's certificate, then those that came along
 * @throws SignatureError when it does not hold
 */
export async function verifyWithCertificate(
  chain: readonly Bytes[],
  data: Bytes,
  signature: Bytes,
  { roots: pem, allowExpired }: CertificateTrust,
  now: Date,
): Promise<Signer> {
  const [leaf, ...intermediates] = chain.map(parseCertificate);
  if (!leaf) throw new SignatureError('format', 'The signature file holds no certificate.');
  const trusted = certificatesFromPem(pem);
  const roots = [];
  for (const certificate of trusted) {
    if (await certificate.verify().catch(() => false)) roots.push(certificate);
  }
  if (roots.length === 0) {
    throw cannotTell(
      'trust',
      'The file of trusted certificates holds no root: one that is signed by itself.',
    );
  }
  await pathToRoot(leaf, [...trusted, ...intermediates], roots);
  const subject = subjectOf(leaf);
  const unknown = unknownCriticalExtension(leaf);
  if (unknown !== undefined || !mayBeSignedWith(leaf)) {
    throw new SignatureError('certificate', `The certificate of the signer (${subject}) is not for signing.`);
  }
  const key = publicKeyOf(leaf.publicKey.slice());
  if (!key) {
    throw cannotTell(
      'unsupported',
      `The certificate of the signer (${subject}) has a key that is not supported.`,
    );
  }
  if (!(await verifyWithKey(key, data, signature))) {
    throw new SignatureError(
      'signature',
      `The signature was not made by ${subject}, or what it signs has changed.`,
    );
  }
  if (!allowExpired) refuseOutsideValidity(leaf, now, subject);
  return { method: 'certificate', subject, validTo: leaf.notAfter.toISOString() };
}

function refuseOutsideValidity(
  { notBefore, notAfter }: { readonly notBefore: Date; readonly notAfter: Date },
  now: Date,
  subject: string,
): void {
  if (now > notAfter) {
    throw new SignatureError(
      'certificate',
      `The certificate of the signer (${subject}) expired on ${day(notAfter)}, and nothing proves that the signature is older.`,
    );
  }
  if (now < notBefore) {
    throw new SignatureError(
      'certificate',
      `The certificate of the signer (${subject}) is valid from ${day(notBefore)} on only.`,
    );
  }
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
