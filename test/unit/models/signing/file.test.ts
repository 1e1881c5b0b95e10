import { sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readTrustedRoot } from '../../../../src/models/signing/trust/trusted-root';
import { keyPair, pemOf } from '../../../support/signing/certificates';
import { sha256 } from '../../../support/signing/oms';
import { SigstoreInstance } from '../../../support/signing/sigstore-instance';
import { summary, verified, type VerifyWish } from '../../../support/signing/verify';

const CONTENT = 'weights';
const key = keyPair();
const trust = { method: 'key', pem: pemOf(key) } as const;
const model = { files: { 'model.onnx': CONTENT }, onlyFile: 'model.onnx' };
const tampered = { ...model, files: { 'model.onnx': 'Weights' } };

const told = async (wish: Partial<VerifyWish>): Promise<string> =>
  summary(await verified({ ...model, bundle: '', trust, ...wish })).join(' ');

const NOT_BY_KEY = 'failed signature The signature was not made with this key, or what it signs has changed.';

describe('a detached signature of a file', () => {
  const bundle = `${sign('sha256', Buffer.from(CONTENT), key.privateKey).toString('base64')}\n`;

  it('is verified with the key', async () => {
    expect(await verified({ ...model, bundle, trust })).toMatchObject({
      outcome: 'verified',
      signer: { method: 'key', hint: sha256(pemOf(key)) },
      files: 1,
      bytes: 7,
    });
  });

  it('holds for no other content and no other key', async () => {
    expect(await told({ ...tampered, bundle })).toBe(NOT_BY_KEY);
    expect(await told({ bundle, trust: { method: 'key', pem: pemOf(keyPair()) } })).toBe(NOT_BY_KEY);
  });

  it.each(['sha256', 'sha384'])('on P-384 may be made with %s', async (hash) => {
    const own = keyPair('P-384');
    const signature = sign(hash, Buffer.from(CONTENT), own.privateKey).toString('base64');
    const wish = { bundle: signature, trust: { method: 'key', pem: pemOf(own) } } as const;
    expect(await told(wish)).toBe('verified');
  });

  it('needs a key, and a file', async () => {
    expect(summary(await verified({ ...model, bundle }))).toEqual([
      'impossible',
      'method To verify this signature, name the public key of the signer.',
    ]);
    expect(summary(await verified({ files: model.files, bundle, trust }))).toEqual([
      'impossible',
      'format The signature is of one file. Name that file instead of its folder.',
    ]);
  });
});

describe('a Sigstore bundle of a file', () => {
  const message = (digest: string, signature: string, algorithm = 'SHA2_256') => ({
    messageDigest: { algorithm, digest: Buffer.from(digest, 'hex').toString('base64') },
    signature,
  });
  const byKey = (messageSignature: object) => ({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { publicKey: { hint: 'in the style of another signer' } },
    messageSignature,
  });

  it('by a key is verified, and holds for nothing else', async () => {
    const signature = sign('sha256', Buffer.from(CONTENT), key.privateKey).toString('base64');
    const bundle = byKey(message(sha256(CONTENT), signature));
    expect(await told({ bundle })).toBe('verified');
    expect(await told({ ...tampered, bundle })).toBe(NOT_BY_KEY);
  });

  it('by an unknown hash is not judged', async () => {
    const bundle = byKey(message(sha256(CONTENT), 'AAAA', 'constructor'));
    expect(await told({ bundle })).toBe(
      'impossible unsupported A signature of one file by key and constructor is not supported.',
    );
  });

  it('without a key is verified by its identity, and holds for nothing else', async () => {
    const instance = new SigstoreInstance();
    const bundle = instance.signFile({ content: CONTENT });
    const keyless = {
      method: 'sigstore',
      identity: 'release@example.org',
      issuer: 'https://accounts.example.org',
      trustedRoot: readTrustedRoot(JSON.stringify(instance.trustedRoot())),
    } as const;
    expect(await told({ bundle, trust: keyless })).toBe('verified');
    expect(await told({ ...tampered, bundle, trust: keyless })).toBe(
      'failed changed-file model.onnx: Its content is not what was signed.',
    );
    expect(await told({ bundle, trust: { ...keyless, identity: 'x' } })).toMatch(/^failed identity /u);
    const { messageDigest } = message(sha256('Weights'), '');
    const forged = { ...bundle, messageSignature: { ...bundle.messageSignature, messageDigest } };
    expect(await told({ ...tampered, bundle: forged, trust: keyless })).toMatch(
      /^failed signature The signature does not hold/u,
    );
  });
});
