import { describe, expect, it } from 'vitest';
import {
  certificate,
  certificatePem,
  extensions,
  keyPair,
  type CertificateWish,
} from '../../../support/signing/certificates';
import { bundleOf, chainOf, resourcesOf, statementOf } from '../../../support/signing/oms';
import { summary, verified } from '../../../support/signing/verify';

const FILES = { 'a.bin': 'a' };
const statement = statementOf(resourcesOf(FILES));
const [rootKey, middleKey, key] = [keyPair('P-384'), keyPair(), keyPair('P-521')];
const authority = [extensions.authority(), extensions.keyUsage(5)];
const root = certificate({ subject: 'Root', key: rootKey, extensions: authority });
const roots = certificatePem(root);

const middleOf = (wish: Partial<CertificateWish> = {}): Buffer =>
  certificate({
    subject: 'Middle',
    issuer: 'Root',
    key: middleKey,
    issuerKey: rootKey,
    extensions: authority,
    ...wish,
  });
const leafOf = (wish: Partial<CertificateWish> = {}): Buffer =>
  certificate({
    subject: 'Models',
    issuer: 'Middle',
    key,
    issuerKey: middleKey,
    extensions: [extensions.keyUsage(0)],
    ...wish,
  });

interface Wish {
  readonly chain?: readonly Buffer[];
  readonly roots?: string;
  readonly allowExpired?: boolean;
  readonly now?: Date;
  readonly signer?: typeof key;
}

const verify = ({ chain = [leafOf(), middleOf()], now, signer = key, ...trust }: Wish) =>
  verified({
    files: FILES,
    bundle: bundleOf({ statement, key: signer, material: chainOf(...chain) }),
    trust: { method: 'certificate', roots, ...trust },
    ...(now ? { now } : {}),
  });
const told = async (wish: Wish): Promise<string> => summary(await verify(wish)).join(' ');

const NO_PATH =
  /^failed certificate The certificate of the signer \(CN=Models\) does not lead to a root that you trust/u;

describe('a signature by a certificate', () => {
  it('is verified when it leads to a root of the user', async () => {
    expect(await verify({})).toMatchObject({
      outcome: 'verified',
      signer: { method: 'certificate', subject: 'CN=Models', validTo: '2090-01-01T00:00:00.000Z' },
    });
  });

  it('is verified when the user has the intermediate, or when the root issued it', async () => {
    expect(await told({ chain: [leafOf()], roots: certificatePem(middleOf()) + roots })).toBe('verified');
    expect(await told({ chain: [leafOf({ issuer: 'Root', issuerKey: rootKey })] })).toBe('verified');
  });

  it('may be for the signing of code instead', async () => {
    expect(await told({ chain: [leafOf({ extensions: [extensions.codeSigning] }), middleOf()] })).toBe(
      'verified',
    );
  });

  it('does not hold by a root that comes with it', async () => {
    const other = keyPair();
    const own = certificate({ subject: 'Root', key: other, extensions: authority });
    const chain = [leafOf(), middleOf({ issuerKey: other }), own];
    expect(await told({ chain })).toMatch(NO_PATH);
  });

  it('does not hold when a certificate in between is missing, or was not issued by the next', async () => {
    expect(await told({ chain: [leafOf()] })).toMatch(NO_PATH);
    expect(await told({ chain: [leafOf({ issuerKey: keyPair() }), middleOf()] })).toMatch(NO_PATH);
  });

  it.each([
    ['may issue none', { extensions: [extensions.keyUsage(0)] }, 'CN=Middle may not issue certificates'],
    [
      'has no say in issuing',
      { extensions: [extensions.authority(), extensions.keyUsage(0)] },
      'may not issue',
    ],
    [
      'had expired by then',
      { to: new Date('2019-01-01'), from: new Date('2018-01-01') },
      'was not valid when',
    ],
    [
      'is restricted',
      { extensions: [...authority, extensions.nameConstraints] },
      'restrictions that are not understood',
    ],
  ])('does not hold when an issuer %s', async (_, wish, reason) => {
    const answer = await told({ chain: [leafOf(), middleOf(wish)] });
    expect(answer).toMatch(NO_PATH);
    expect(answer).toContain(reason);
  });

  it('does not hold when an issuer may have none below it', async () => {
    const strict = certificate({
      subject: 'Root',
      key: rootKey,
      extensions: [extensions.authority(0), extensions.keyUsage(5)],
    });
    expect(await told({ roots: certificatePem(strict) })).toContain(
      'may not have that many issuers below it',
    );
  });

  it('does not hold when the certificate is not for signing', async () => {
    for (const list of [[], [extensions.keyUsage(5)], [extensions.keyUsage(0), extensions.nameConstraints]]) {
      expect(await told({ chain: [leafOf({ extensions: list }), middleOf()] })).toBe(
        'failed certificate The certificate of the signer (CN=Models) is not for signing.',
      );
    }
  });

  it('does not hold when it has expired, unless the user says so', async () => {
    const chain = [leafOf({ to: new Date('2026-05-01') }), middleOf()];
    expect(await told({ chain })).toBe(
      'failed certificate The certificate of the signer (CN=Models) expired on 2026-05-01, and nothing proves that the signature is older.',
    );
    expect(await told({ chain, allowExpired: true })).toBe('verified');
    expect(await told({ now: new Date('2019-06-01') })).toBe(
      'failed certificate The certificate of the signer (CN=Models) is valid from 2020-01-01 on only.',
    );
  });

  it('does not hold when another key made it', async () => {
    expect(await told({ signer: keyPair('P-521') })).toBe(
      'failed signature The signature was not made by CN=Models, or what it signs has changed.',
    );
  });

  it('cannot be judged without a root', async () => {
    for (const nothing of ['', certificatePem(middleOf())]) {
      expect(await told({ roots: nothing })).toMatch(/^impossible trust .* holds no root/u);
    }
  });

  it('that is no certificate is refused', async () => {
    for (const junk of [Buffer.from([0x30, 0]), Buffer.from('hello'), leafOf().subarray(0, 100)]) {
      expect(await told({ chain: [junk] })).toBe(
        'failed certificate A certificate of the signature cannot be read.',
      );
    }
  });

  it('leads nowhere through certificates that issue each other', async () => {
    const [one, two] = [keyPair(), keyPair()];
    const loop = [
      leafOf({ issuer: 'One', issuerKey: one }),
      certificate({ subject: 'One', issuer: 'Two', key: one, issuerKey: two, extensions: authority }),
      certificate({ subject: 'Two', issuer: 'One', key: two, issuerKey: one, extensions: authority }),
    ];
    expect(await told({ chain: loop })).toMatch(NO_PATH);
  });
});
