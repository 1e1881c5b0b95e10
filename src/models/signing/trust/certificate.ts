import { X509Certificate } from '@freedomofpress/sigstore-browser';
import type { Bytes } from '../encodings';
import { SignatureError } from '../signature-error';
import { pemBlocks } from './pem';

const EXTENDED_KEY_USAGE = '2.5.29.37';
const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
/** Extensions that are understood here or say nothing about what the certificate may be used for. */
const KNOWN_EXTENSIONS = new Set([
  '2.5.29.14', // subject key identifier
  '2.5.29.15', // key usage
  '2.5.29.17', // subject alternative name
  '2.5.29.19', // basic constraints
  '2.5.29.32', // certificate policies
  '2.5.29.35', // authority key identifier
  EXTENDED_KEY_USAGE,
]);

/** @throws SignatureError when it is no certificate */
export function parseCertificate(der: Bytes): X509Certificate {
  try {
    const certificate = X509Certificate.parse(der);
    // The parts are only looked at when they are asked for.
    certificate.validForDate(new Date());
    // Names may be empty: those of keyless signers are, and their identity is an alternative name.
    const size = certificate.subject.length + certificate.issuer.length + certificate.publicKey.length;
    if (size > 0) return certificate;
  } catch {
    // Told below.
  }
  throw new SignatureError('certificate', 'A certificate of the signature cannot be read.');
}

/** The certificates in a PEM text. @throws SignatureError when one of them cannot be read */
export function certificatesFromPem(text: string): readonly X509Certificate[] {
  return pemBlocks(text)
    .filter(({ label }) => label === 'CERTIFICATE')
    .map(({ bytes }) => parseCertificate(bytes));
}

/** The subject as people write it: `CN=Models, O=Acme`. */
export function subjectOf(certificate: X509Certificate): string {
  const parts = [...certificate.subjectDN].map(([name, value]) => `${name}=${value}`);
  return parts.length === 0 ? 'a certificate without a name' : parts.join(', ');
}

/** Whether signatures over files may be made with it: key usage digitalSignature, or extended key usage codeSigning. */
export function mayBeSignedWith(certificate: X509Certificate): boolean {
  if (certificate.extKeyUsage?.digitalSignature) return true;
  const usage = certificate.extension(EXTENDED_KEY_USAGE);
  return usage?.valueObj.subs[0]?.subs.some((purpose) => purpose.toOID() === CODE_SIGNING) ?? false;
}

/** An extension that must be understood (RFC 5280, section 4.2) and is not: name constraints, for instance. */
export function unknownCriticalExtension(certificate: X509Certificate): string | undefined {
  return certificate.extensions
    .map((extension) => extension.subs[0]?.toOID() ?? '')
    .find((oid) => !KNOWN_EXTENSIONS.has(oid) && certificate.extension(oid)?.critical === true);
}
