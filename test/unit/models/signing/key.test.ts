import { sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CURVES, keyPair, pemOf } from '../../../support/signing/certificates';
import { bundleOf, encodedPayload, resourcesOf, statementOf } from '../../../support/signing/oms';
import { summary, verified, type VerifyWish } from '../../../support/signing/verify';
import { VECTOR } from './vector';

const FILES = { 'a.bin': 'a' };
const statement = statementOf(resourcesOf(FILES));
const key = keyPair();
const trust = { method: 'key', pem: pemOf(key) } as const;
const SIGNED = bundleOf({ statement, key });

const told = async (wish: Partial<VerifyWish>): Promise<readonly string[]> =>
  summary(await verified({ files: FILES, bundle: SIGNED, trust, ...wish }));

const OTHER_KEY = ['failed', 'signature The signature was made with another key.'];
const NOT_BY_KEY = [
  'failed',
  'signature The signature was not made with this key, or what it signs has changed.',
];

describe('a signature by a key', () => {
  it('of the test vector is verified, and tells each change of the files', async () => {
    const vector = { ...VECTOR, trust: { method: 'key', pem: VECTOR.key } } as const;
    expect(await told(vector)).toEqual(['verified']);
    const files = { ...VECTOR.files, 'sub.txt': 'Dot\n' };
    expect(await told({ ...vector, files })).toEqual([
      'failed',
      'changed-file sub.txt: Its content is not what was signed.',
    ]);
  });

  it.each(Object.keys(CURVES) as (keyof typeof CURVES)[])('on %s is verified', async (curve) => {
    const own = keyPair(curve);
    const bundle = bundleOf({ statement, key: own });
    expect(await told({ bundle, trust: { method: 'key', pem: pemOf(own) } })).toEqual(['verified']);
    expect(await told({ bundle })).toEqual(OTHER_KEY);
  });

  it('holds for no other key, whether or not it says which one made it', async () => {
    const other = bundleOf({ statement, key: keyPair() });
    expect(await told({ bundle: other })).toEqual(OTHER_KEY);
    const material = { publicKey: {} };
    expect(await told({ bundle: { ...other, verificationMaterial: material } })).toEqual(NOT_BY_KEY);
    expect(await told({ bundle: { ...SIGNED, verificationMaterial: material } })).toEqual(['verified']);
  });

  it('holds for nothing that has been changed since', async () => {
    const changed = JSON.stringify(statement).replace('"a.bin"', '"b.bin"');
    const payload = Buffer.from(changed).toString('base64');
    const bundle = { ...SIGNED, dsseEnvelope: { ...SIGNED.dsseEnvelope, payload } };
    expect(await told({ bundle, files: { 'b.bin': 'a' } })).toEqual(NOT_BY_KEY);
  });

  it('is never taken from a key that comes with it', async () => {
    const attacker = keyPair();
    const rawBytes = attacker.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    const bundle = bundleOf({ statement, key: attacker, material: { publicKey: { rawBytes } } });
    expect(await told({ bundle })).toEqual(NOT_BY_KEY);
  });

  it('covers the type of what is signed', async () => {
    const text = bundleOf({ statement, key, payloadType: 'text/plain' });
    expect(await told({ bundle: text })).toEqual([
      'failed',
      'format What is signed is of the type "text/plain", not a statement.',
    ]);
    const envelope = { ...text.dsseEnvelope, payloadType: SIGNED.dsseEnvelope.payloadType };
    expect(await told({ bundle: { ...text, dsseEnvelope: envelope } })).toEqual(NOT_BY_KEY);
  });

  it('must be the only one', async () => {
    const { signatures } = SIGNED.dsseEnvelope;
    for (const several of [[], [...signatures, ...signatures]]) {
      const bundle = { ...SIGNED, dsseEnvelope: { ...SIGNED.dsseEnvelope, signatures: several } };
      expect(await told({ bundle })).toEqual([
        'failed',
        `format The signature file holds ${several.length} signatures; exactly one is allowed.`,
      ]);
    }
  });

  it.each([undefined, null, ''])('is verified with the key id %j', async (keyid) => {
    const [signature] = SIGNED.dsseEnvelope.signatures;
    const signatures = [{ sig: signature?.sig, keyid }];
    expect(
      await told({ bundle: { ...SIGNED, dsseEnvelope: { ...SIGNED.dsseEnvelope, signatures } } }),
    ).toEqual(['verified']);
  });

  it('is refused in every other encoding than DER', async () => {
    const { privateKey } = key;
    const data = encodedPayload(JSON.stringify(statement));
    const raw = sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const good = sign('sha256', data, privateKey);
    const bad = [
      raw,
      Buffer.alloc(0),
      Buffer.from([0x30]),
      good.subarray(0, -1),
      Buffer.concat([good, Buffer.alloc(1)]),
    ];
    for (const signature of bad) {
      const signatures = [{ sig: signature.toString('base64') }];
      const bundle = { ...SIGNED, dsseEnvelope: { ...SIGNED.dsseEnvelope, signatures } };
      expect(await told({ bundle })).toEqual(NOT_BY_KEY);
    }
  });

  it.each([
    ['nothing', ''],
    ['a private key', key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['two keys', pemOf(key) + pemOf(keyPair())],
    ['a key of another kind', '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----\n'],
  ])('cannot be judged with %s as the key', async (_, pem) => {
    expect((await told({ trust: { method: 'key', pem } })).join(' ')).toMatch(
      /^impossible trust The key cannot be used/u,
    );
  });
});

describe('a signature file', () => {
  it('says which method it needs when another is given, or none', async () => {
    const keyNeeded = ['impossible', 'method To verify this signature, name the public key of the signer.'];
    expect(await told({ trust: { method: 'certificate', roots: '' } })).toEqual(keyNeeded);
    expect(summary(await verified({ files: FILES, bundle: SIGNED }))).toEqual(keyNeeded);
  });

  it.each([
    ['empty', '', 'it is no proper JSON'],
    ['no object', '[]', 'the key "mediaType" is missing'],
    ['half of it', JSON.stringify(SIGNED).slice(0, -20), 'it is no proper JSON'],
    [
      'a key that is there twice',
      JSON.stringify(SIGNED).replace('{', '{"mediaType":"x",'),
      'the key "mediaType" is there twice',
    ],
    ['no material', JSON.stringify({ ...SIGNED, verificationMaterial: {} }), 'exactly one of publicKey'],
    ['no content', JSON.stringify({ ...SIGNED, dsseEnvelope: undefined }), 'exactly one of dsseEnvelope'],
    [
      'a payload that is no base64',
      JSON.stringify({ ...SIGNED, dsseEnvelope: { ...SIGNED.dsseEnvelope, payload: 'a*==' } }),
      'dsseEnvelope.payload: it is no proper base64',
    ],
  ])('that is broken is refused: %s', async (_, bundle, reason) => {
    const [outcome, problem] = await told({ bundle });
    expect(outcome).toBe('failed');
    expect(problem).toMatch(/^format The signature file is broken: /u);
    expect(problem).toContain(reason);
  });

  it('of another kind is not judged', async () => {
    const bundle = { ...SIGNED, mediaType: 'application/vnd.dev.sigstore.bundle.v9+json' };
    expect((await told({ bundle })).join(' ')).toMatch(
      /^impossible format The signature file is of the kind/u,
    );
  });
});
