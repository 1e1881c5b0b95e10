import { describe, expect, it } from 'vitest';
import { readTrustedRoot, BUILT_IN_ROOT } from '../../../../src/models/signing/trust/trusted-root';
import { bundleOf, resourcesOf, statementOf } from '../../../support/signing/oms';
import { keyPair } from '../../../support/signing/certificates';
import { SigstoreInstance } from '../../../support/signing/sigstore-instance';
import { summary, verified } from '../../../support/signing/verify';

const FILES = { 'a.bin': 'a' };
const statement = statementOf(resourcesOf(FILES));
const instance = new SigstoreInstance();
const trust = {
  method: 'sigstore',
  identity: 'release@example.org',
  issuer: 'https://accounts.example.org',
  trustedRoot: readTrustedRoot(JSON.stringify(instance.trustedRoot())),
} as const;
const SIGNED = instance.sign({ statement });
const [ENTRY] = SIGNED.verificationMaterial.tlogEntries;

const told = async (bundle: unknown, change: Partial<typeof trust> = {}): Promise<string> =>
  summary(await verified({ files: FILES, bundle, trust: { ...trust, ...change } })).join(' ');
const logged = (change: object) => ({
  ...SIGNED,
  verificationMaterial: { ...SIGNED.verificationMaterial, tlogEntries: [{ ...ENTRY, ...change }] },
});

describe('a keyless signature', () => {
  it('is verified when authority, logs, time and identity agree', async () => {
    expect(await verified({ files: FILES, bundle: SIGNED, trust })).toMatchObject({
      outcome: 'verified',
      signer: {
        method: 'sigstore',
        identity: 'release@example.org',
        issuer: 'https://accounts.example.org',
        loggedAt: '2026-01-01T00:01:00.000Z',
      },
      files: 1,
    });
  });

  it('holds for no other name, and for none on the word of another issuer', async () => {
    expect(await told(SIGNED, { identity: 'release@example.or' as typeof trust.identity })).toBe(
      'failed identity The certificate names release@example.org as the signer, not release@example.or.',
    );
    expect(await told(SIGNED, { issuer: 'https://other.example.org' as typeof trust.issuer })).toBe(
      'failed identity The certificate was issued on the word of https://accounts.example.org, not of https://other.example.org.',
    );
  });

  it('does not hold by an authority that the user does not trust', async () => {
    const other = new SigstoreInstance();
    expect(await told(other.sign({ statement }))).toMatch(/^failed log .*does not name for that time/u);
    const mixed = { ...trust.trustedRoot, tlogs: readTrustedRoot(JSON.stringify(other.trustedRoot())).tlogs };
    expect(await told(other.sign({ statement }), { trustedRoot: mixed })).toMatch(
      /^failed signature The signature does not hold: Failed to verify certificate chain/u,
    );
    expect(await told(SIGNED, { trustedRoot: BUILT_IN_ROOT.root })).toMatch(/^failed log /u);
  });

  it('does not hold when it was logged after the certificate had expired', async () => {
    const late = instance.sign({ statement, integratedTime: Date.UTC(2026, 0, 1, 1) / 1000 });
    expect(await told(late)).toContain('logged outside of the certificate validity');
  });

  it.each([
    ['without an entry of the log', { tlogEntries: [] }, 'no entry of a log'],
    ['with two entries', { tlogEntries: [ENTRY, ENTRY] }, 'more than one entry'],
  ])('does not hold %s', async (_, change, reason) => {
    const material = { ...SIGNED.verificationMaterial, ...change };
    expect(await told({ ...SIGNED, verificationMaterial: material })).toContain(
      `failed log The signature comes with ${reason}`,
    );
  });

  it.each([
    ['its proof is gone', { inclusionProof: undefined, inclusionPromise: undefined }, 'no proof'],
    ['nobody signed the time', { inclusionPromise: undefined }, 'no signed time'],
    ['the time is gone', { integratedTime: undefined }, 'no signed time'],
    ['the time was changed', { integratedTime: '1767225661' }, 'Failed to verify the inclusion promise'],
    ['the entry is another', { canonicalizedBody: Buffer.from('{}').toString('base64') }, 'does not hold'],
    ['the log is another', { logId: { keyId: Buffer.alloc(32).toString('base64') } }, 'does not name'],
    [
      'the checkpoint is not signed',
      { inclusionProof: { ...ENTRY?.inclusionProof, checkpoint: { envelope: 'x\n1\ny\n\n' } } },
      'does not hold',
    ],
  ])('does not hold when %s', async (_, change, reason) => {
    const answer = await told(logged(change));
    expect(answer).toMatch(/^failed /u);
    expect(answer).toContain(reason);
  });

  it('does not hold for another payload or signature', async () => {
    const other = instance.sign({ statement: statementOf(resourcesOf({ 'b.bin': 'b' })) });
    expect(await told({ ...SIGNED, dsseEnvelope: other.dsseEnvelope })).toMatch(
      /^failed signature The signature does not hold/u,
    );
  });

  it('needs an identity, not a key', async () => {
    const bundle = bundleOf({ statement, key: keyPair(), material: SIGNED.verificationMaterial });
    const wish = { files: FILES, bundle, trust: { method: 'key', pem: '' } } as const;
    expect(summary(await verified(wish))).toEqual([
      'impossible',
      'method To verify this signature, name the identity of the signer and its issuer.',
    ]);
  });
});

describe('the trusted root', () => {
  it('that is built in is the one of the public instance', () => {
    expect(BUILT_IN_ROOT.date).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(BUILT_IN_ROOT.root.certificateAuthorities.map(({ uri }) => uri)).toContain(
      'https://fulcio.sigstore.dev',
    );
  });

  it.each([
    ['no JSON', 'x'],
    ['something else', '{"mediaType":"text/plain"}'],
    ['no certificates', JSON.stringify({ ...instance.trustedRoot(), certificateAuthorities: [{}] })],
  ])('that is %s is refused', (_, text) => {
    expect(() => readTrustedRoot(text)).toThrow(/^The trusted root cannot be used: /u);
  });
});
