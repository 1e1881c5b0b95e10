import { createHash, sign } from 'node:crypto';
import { CURVES, pemOf, type KeyPair } from './certificates';

export type Files = Readonly<Record<string, string>>;

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

export interface Resource {
  readonly name: string;
  readonly digest: string;
  readonly algorithm: string;
}

export const resourcesOf = (files: Files): Resource[] =>
  Object.entries(files).map(([name, content]) => ({ name, digest: sha256(content), algorithm: 'sha256' }));

export const SERIALIZATION = {
  method: 'files',
  hash_type: 'sha256',
  allow_symlinks: false,
  ignore_paths: ['model.sig'],
};

/** The statement of an OMS signature about files. */
export function statementOf(resources: readonly Resource[], serialization: object = SERIALIZATION) {
  const root = sha256(Buffer.concat(resources.map(({ digest }) => Buffer.from(digest, 'hex'))));
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'model', digest: { sha256: root } }],
    predicateType: 'https://model_signing/signature/v1.0',
    predicate: { resources, serialization },
  };
}

export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** What DSSE signs. */
export function encodedPayload(payload: string, type = PAYLOAD_TYPE): Buffer {
  const bytes = Buffer.from(payload);
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} ${type} ${bytes.length} `), bytes]);
}

export function signPayload(payload: string, { privateKey }: KeyPair, type = PAYLOAD_TYPE): string {
  const curve = privateKey.asymmetricKeyDetails?.namedCurve;
  const hash = CURVES[curve === 'secp384r1' ? 'P-384' : curve === 'secp521r1' ? 'P-521' : 'P-256'];
  return sign(hash, encodedPayload(payload, type), privateKey).toString('base64');
}

export interface BundleWish {
  /** The statement, or its text. */
  readonly statement: object | string;
  readonly key: KeyPair;
  readonly payloadType?: string;
  /** Left out: a public key with its hint. */
  readonly material?: object;
}

/** A signature file. */
export function bundleOf({ statement, key, payloadType = PAYLOAD_TYPE, material }: BundleWish) {
  const payload = typeof statement === 'string' ? statement : JSON.stringify(statement);
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: material ?? { publicKey: { hint: sha256(pemOf(key)) } },
    dsseEnvelope: {
      payload: Buffer.from(payload).toString('base64'),
      payloadType,
      signatures: [{ sig: signPayload(payload, key, payloadType), keyid: '' }],
    },
  };
}

/** The certificates of a signature, the signer's first. */
export const chainOf = (...certificates: readonly Buffer[]): object => ({
  x509CertificateChain: {
    certificates: certificates.map((one) => ({ rawBytes: one.toString('base64') })),
  },
  tlogEntries: [],
});
