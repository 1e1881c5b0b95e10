import { readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { certificate, certificatePem, extensions, keyPair, pemOf } from '../../support/signing/certificates';
import { bundleOf, chainOf, resourcesOf, sha256, statementOf } from '../../support/signing/oms';
import { SigstoreInstance } from '../../support/signing/sigstore-instance';
import { cli } from './support/run-cli';
import { FILES, key, SignedModel, statement } from './support/signed-model';

const model = new SignedModel();
const write: SignedModel['write'] = (files, below) => {
  model.write(files, below);
};
const verify: SignedModel['verify'] = (...parameters) => model.verify(...parameters);
const byKey: SignedModel['byKey'] = (...parameters) => model.byKey(...parameters);

describe('mlsecops verify', () => {
  it('ends with 0 and says by whom, when everything is as signed', async () => {
    const { code, output, errors } = await byKey();
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toBe(
      [
        'models/prod',
        '  Verified. It is what was signed.',
        `  Signed with the key ${sha256(pemOf(key))}.`,
        '  2 files, 103 bytes.',
        '  Signature: models/prod/model.sig',
        '',
      ].join('\n'),
    );
  });

  it('ends with 1 and names every file that is not', async () => {
    write({ 'config.json': '{"x":1}', 'more.py': 'x' }, 'models/prod');
    rmSync(join(model.folder, 'models/prod/sub/weights.bin'));
    const { code, output } = await byKey();
    expect(code).toBe(1);
    expect(output).toContain(
      [
        '  Not verified. Do not use it as if it were signed.',
        `  Signed with the key ${sha256(pemOf(key))}.`,
        '  Signature: models/prod/model.sig',
        '  config.json: Its content is not what was signed.',
        '  more.py: It is not signed.',
        '  sub/weights.bin: It was signed and is not there.',
        '',
      ].join('\n'),
    );
  });

  it('ends with 1 for another key, without a word about who signed', async () => {
    const { code, output } = await verify('models/prod', '--key', 'other.pub');
    expect(code).toBe(1);
    expect(output).toContain('  The signature was made with another key.\n');
    expect(output).not.toContain('Signed with');
  });

  it('ends with 1 for an identity or a certificate that is another', async () => {
    const instance = new SigstoreInstance();
    write({
      'prod.sig': JSON.stringify(instance.sign({ statement })),
      'root.json': JSON.stringify(instance.trustedRoot()),
    });
    const issuer = ['--issuer', 'https://accounts.example.org', '--trusted-root', 'root.json'];
    const keyless = (identity: string) =>
      verify('models/prod', '-s', 'prod.sig', '--identity', identity, ...issuer);
    expect(await keyless('release@example.org')).toMatchObject({ code: 0 });
    const { code, output } = await keyless('me@example.org');
    expect(code).toBe(1);
    expect(output).toContain('The certificate names release@example.org as the signer, not me@example.org.');
  });

  it('verifies by a certificate, and tells one that has expired', async () => {
    const root = keyPair();
    const rootCertificate = certificate({
      subject: 'Root',
      key: root,
      extensions: [extensions.authority(), extensions.keyUsage(5)],
    });
    const leaf = certificate({
      subject: 'Models',
      issuer: 'Root',
      key,
      issuerKey: root,
      to: new Date('2021-01-01'),
      extensions: [extensions.keyUsage(0)],
    });
    write({
      'prod.sig': JSON.stringify(bundleOf({ statement, key, material: chainOf(leaf) })),
      'root.pem': certificatePem(rootCertificate),
    });
    const chain = ['models/prod', '-s', 'prod.sig', '--certificate-chain', 'root.pem'];
    const expired = await verify(...chain);
    expect(expired).toMatchObject({ code: 1 });
    expect(expired.output).toContain('expired on 2021-01-01');
    const allowed = await verify(...chain, '--allow-expired');
    expect(allowed).toMatchObject({ code: 0 });
    expect(allowed.output).toContain('Signed by CN=Models (certificate valid to 2021-01-01).');
  });

  it('gives the same as JSON', async () => {
    write({ 'more.py': 'x' }, 'models/prod');
    expect(JSON.parse((await byKey('-f', 'json')).output)).toMatchObject({
      version: 1,
      path: 'models/prod',
      signature: 'models/prod/model.sig',
      outcome: 'failed',
      signer: { method: 'key', hint: sha256(pemOf(key)) },
      problems: [{ kind: 'extra-file', message: 'It is not signed.', file: 'more.py' }],
      files: 2,
      bytes: 103,
    });
  });

  it.each([
    ['no method', ['models/prod'], 'name the public key of the signer.\n  Give it with --key FILE.'],
    [
      'no signature',
      ['models', '--key', 'release.pub'],
      'There is no signature in the model or beside it.\n  Name it with --signature',
    ],
    [
      'another method',
      ['models/prod', '--identity', 'x', '--issuer', 'y'],
      'name the public key of the signer.',
    ],
  ])('ends with 2 with %s, and says what is missing', async (_, parameters, message) => {
    const { code, output } = await verify(...parameters);
    expect(code).toBe(2);
    expect(output).toContain('Could not be verified.');
    expect(output).toContain(message);
  });

  it.each([
    ['a model that is not there', ['nowhere', '--key', 'release.pub'], 'cannot read nowhere'],
    ['a key that is not there', ['models/prod', '--key', 'nowhere'], 'cannot read nowhere'],
    ['a signature that is not there', ['models/prod', '--key', 'release.pub', '-s', 'x'], 'cannot read x'],
    ['two methods', ['models/prod', '--key', 'a', '--certificate-chain', 'b'], 'give one of'],
    ['an identity alone', ['models/prod', '--identity', 'x'], '--identity and --issuer go together'],
    ['a root without an identity', ['models/prod', '--trusted-root', 'x'], '--trusted-root goes with'],
    [
      'expiry without a certificate',
      ['models/prod', '--key', 'a', '--allow-expired'],
      '--allow-expired goes with',
    ],
    [
      'a root that is none',
      ['models/prod', '--identity', 'x', '--issuer', 'y', '--trusted-root', 'release.pub'],
      'release.pub: The trusted root cannot be used',
    ],
  ])('ends with 2 and one line for %s', async (_, parameters, message) => {
    const { code, output, errors } = await verify(...parameters);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toMatch(/^mlsecops: [^\n]+\n$/u);
    expect(errors).toContain(message);
  });

  it('takes a file whose signature lies beside it', async () => {
    const single = statementOf([{ name: 'a.onnx', digest: sha256('a'), algorithm: 'sha256' }]);
    write({
      'a.onnx': 'a',
      'a.onnx.sig': JSON.stringify(bundleOf({ statement: single, key })),
      'b.onnx': 'b',
    });
    expect(await verify('a.onnx', '--key', 'release.pub')).toMatchObject({ code: 0 });
    expect(await verify('b.onnx', '-s', 'a.onnx.sig', '--key', 'release.pub')).toMatchObject({ code: 1 });
  });

  it('leaves out what it is told to', async () => {
    write({ 'notes/a': 'x', 'log.txt': 'x' }, 'models/prod');
    expect(await byKey('--ignore', 'notes', '--ignore', 'log.txt')).toMatchObject({ code: 0 });
    expect(await byKey('--ignore', 'notes')).toMatchObject({ code: 1 });
  });

  it('follows no link, neither to a file nor to a folder, and reads nothing out of the model', async () => {
    write({ 'secret/s': 'x' });
    symlinkSync(join(model.folder, 'secret'), join(model.folder, 'models/prod/away'));
    symlinkSync(join(model.folder, 'secret/s'), join(model.folder, 'models/prod/link'));
    const { code, output } = await byKey();
    expect(code).toBe(1);
    expect(output).toContain('  away: It is a link.');
    expect(output).toContain('  link: It is a link.');
    const allowing = statementOf(resourcesOf({ ...FILES, link: 'x' }), {
      method: 'files',
      hash_type: 'sha256',
      allow_symlinks: true,
      ignore_paths: ['model.sig', 'away'],
    });
    write({ 'model.sig': JSON.stringify(bundleOf({ statement: allowing, key })) }, 'models/prod');
    expect((await byKey()).output).toContain('link: It is a link that does not lead to a file of the model.');
  });

  it('says that signatures of the time before 1.0 cannot be verified', async () => {
    write({ 'claims.jsonl': '{}\n{}\n', 'a.bin': 'a' }, 'old');
    const { code, output } = await verify('old', '--key', 'release.pub');
    expect(code).toBe(2);
    expect(output).toContain('of a version before 1.0');
  });

  it('lets no text of the model or its signature reach the terminal as it is', async () => {
    write({ 'x\u001b[2J.bin': 'x' }, 'models/prod');
    const { output } = await byKey();
    expect(output).toContain('x\\u001b[2J.bin: It is not signed.');
    expect(output).not.toContain('\u001b');
  });

  it('stops at Ctrl+C', async () => {
    const signal = AbortSignal.abort();
    const { code, output } = await cli(model.folder, ['verify', 'models/prod', '--key', 'release.pub'], {
      signal,
    });
    expect({ code, output }).toEqual({ code: 130, output: '' });
  });

  it('writes nothing', async () => {
    const before = readdirSync(model.folder, { recursive: true });
    await byKey();
    expect(readdirSync(model.folder, { recursive: true })).toEqual(before);
  });

  it('hashes files in shards, and with BLAKE2b', async () => {
    const content = FILES['sub/weights.bin'];
    const shards = [0, 40, 80].map((start) => ({
      name: `sub/weights.bin:${start}:${Math.min(start + 40, 100)}`,
      digest: sha256(content.slice(start, start + 40)),
      algorithm: 'sha256',
    }));
    const sharded = statementOf(shards, { method: 'shards', hash_type: 'sha256', shard_size: 40 });
    write({ 'sharded.sig': JSON.stringify(bundleOf({ statement: sharded, key })) });
    const wish = ['-s', 'sharded.sig', '--ignore', 'config.json', '--ignore', 'model.sig'];
    expect(await byKey(...wish)).toMatchObject({ code: 0 });
    write({ 'sub/weights.bin': `${content.slice(1)}x` }, 'models/prod');
    expect(await byKey(...wish)).toMatchObject({ code: 1 });

    // The digest of "abc" in RFC 7693, appendix A.
    const digest =
      'ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923';
    const other = statementOf([{ name: 'abc', digest, algorithm: 'blake2b' }], {
      method: 'files',
      hash_type: 'blake2b',
      ignore_paths: ['model.sig'],
    });
    write({ abc: 'abc', 'model.sig': JSON.stringify(bundleOf({ statement: other, key })) }, 'blake');
    expect(await verify('blake', '--key', 'release.pub')).toMatchObject({ code: 0 });
  });
});
