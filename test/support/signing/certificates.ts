import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { bitString, boolean, der, integer, octetString, oid, sequence, time, utf8 } from './der';

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export const CURVES = { 'P-256': 'sha256', 'P-384': 'sha384', 'P-521': 'sha512' } as const;

export function keyPair(namedCurve: keyof typeof CURVES = 'P-256'): KeyPair {
  return generateKeyPairSync('ec', { namedCurve });
}

export const pemOf = ({ publicKey }: KeyPair): string =>
  publicKey.export({ type: 'spki', format: 'pem' }).toString();

export const spkiOf = ({ publicKey }: KeyPair): Buffer => publicKey.export({ type: 'spki', format: 'der' });

export interface Extension {
  readonly oid: string;
  readonly critical?: boolean;
  readonly value: Uint8Array;
}

export const extensions = {
  authority: (pathLength?: number): Extension => ({
    oid: '2.5.29.19',
    critical: true,
    value: sequence(boolean(true), ...(pathLength === undefined ? [] : [integer(pathLength)])),
  }),
  /** Bit 0 is digitalSignature, bit 5 keyCertSign. */
  keyUsage: (bit: 0 | 5): Extension => ({
    oid: '2.5.29.15',
    critical: true,
    value: bitString([0x80 >> bit], 7 - bit),
  }),
  codeSigning: { oid: '2.5.29.37', value: sequence(oid('1.3.6.1.5.5.7.3.3')) },
  nameConstraints: { oid: '2.5.29.30', critical: true, value: sequence() },
} as const;

export interface CertificateWish {
  readonly subject: string;
  readonly issuer?: string;
  readonly key: KeyPair;
  /** Left out: it signs itself. */
  readonly issuerKey?: KeyPair;
  readonly from?: Date;
  readonly to?: Date;
  readonly extensions: readonly Extension[];
}

const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));

/** The part of a certificate that its issuer signs. */
export function toBeSigned({
  subject,
  issuer = subject,
  key,
  from,
  to,
  extensions: list,
}: CertificateWish): Buffer {
  return sequence(
    der(0xa0, integer(2)),
    integer(1),
    ECDSA_SHA256,
    nameOf(issuer),
    sequence(time(from ?? new Date('2020-01-01')), time(to ?? new Date('2090-01-01'))),
    nameOf(subject),
    spkiOf(key),
    der(0xa3, sequence(...list.map(encoded))),
  );
}

/** A certificate in DER. */
export function certificate(wish: CertificateWish): Buffer {
  const body = toBeSigned(wish);
  const signature = sign('sha256', body, (wish.issuerKey ?? wish.key).privateKey);
  return sequence(body, ECDSA_SHA256, bitString(signature));
}

export function certificatePem(bytes: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64')}\n-----END CERTIFICATE-----\n`;
}

function nameOf(commonName: string): Buffer {
  if (commonName === '') return sequence();
  return sequence(der(0x31, sequence(oid('2.5.4.3'), utf8(commonName))));
}

function encoded({ oid: id, critical = false, value }: Extension): Buffer {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value));
}
