import { describe, expect, it } from 'vitest';
import { keyPair, pemOf } from '../../../support/signing/certificates';
import { bundleOf, resourcesOf, SERIALIZATION, sha256, statementOf } from '../../../support/signing/oms';
import { summary, verified, type VerifyWish } from '../../../support/signing/verify';

const FILES = { 'config.json': '{}\n', 'sub/tok.txt': 'tok\n', 'weights.bin': '\u0000\u0001' };
const key = keyPair();
const trust = { method: 'key', pem: pemOf(key) } as const;
const SIGNED = bundleOf({ statement: statementOf(resourcesOf(FILES)), key });

const verify = (wish: Partial<VerifyWish>): ReturnType<typeof verified> =>
  verified({ files: FILES, bundle: SIGNED, trust, ...wish });
const told = async (wish: Partial<VerifyWish>): Promise<readonly string[]> => summary(await verify(wish));
const signedAs = (resources: Parameters<typeof statementOf>[0], serialization?: object) =>
  bundleOf({ statement: statementOf(resources, serialization), key });

describe('the files of a signed model', () => {
  it('are verified when each is as signed', async () => {
    expect(await verify({})).toMatchObject({
      outcome: 'verified',
      signer: { method: 'key', hint: sha256(pemOf(key)) },
      problems: [],
      files: 3,
      bytes: 9,
    });
  });

  it('name the one whose content has changed', async () => {
    expect(await told({ files: { ...FILES, 'weights.bin': '\u0000\u0002' } })).toEqual([
      'failed',
      'changed-file weights.bin: Its content is not what was signed.',
    ]);
  });

  it('name one that was added, removed or renamed', async () => {
    expect(await told({ files: { ...FILES, 'sub/more.py': 'x' } })).toEqual([
      'failed',
      'extra-file sub/more.py: It is not signed.',
    ]);
    const { 'sub/tok.txt': token, ...rest } = FILES;
    expect(await told({ files: rest })).toEqual([
      'failed',
      'missing-file sub/tok.txt: It was signed and is not there.',
    ]);
    expect(await told({ files: { ...rest, 'sub/TOK.txt': token } })).toEqual([
      'failed',
      'extra-file sub/TOK.txt: It is not signed.',
      'missing-file sub/tok.txt: It was signed and is not there.',
    ]);
  });

  it('may lie beside what the signer, the specification or the user leaves out', async () => {
    const bundle = signedAs(resourcesOf(FILES), { ...SERIALIZATION, ignore_paths: ['cache', 'model.sig'] });
    const files = { ...FILES, '.git/HEAD': 'x', 'cache/a': 'x', 'model.sig': '{}', 'own.log': 'x' };
    expect(await verify({ bundle, files, ignore: ['own.log'] })).toMatchObject({
      outcome: 'verified',
      notes: ['The signer left out "cache": what lies there is not signed.'],
    });
    expect(await told({ bundle, files })).toEqual(['failed', 'extra-file own.log: It is not signed.']);
  });

  it('are not left out below the top of the model, by a pattern, or by a name that only begins alike', async () => {
    const bundle = signedAs(resourcesOf(FILES), { ...SERIALIZATION, ignore_paths: ['*', 'cache'] });
    const files = { ...FILES, 'sub/.git/hook': 'x', 'cached/a': 'x' };
    expect(await told({ bundle, files })).toEqual([
      'failed',
      'extra-file cached/a: It is not signed.',
      'extra-file sub/.git/hook: It is not signed.',
    ]);
  });

  it('are looked at where they are signed, even when they are left out', async () => {
    const files = { 'a.bin': 'a', '.github/run.yml': 'x' };
    const bundle = signedAs(resourcesOf(files));
    expect(await verify({ bundle, files })).toMatchObject({ outcome: 'verified', files: 2 });
    expect(await told({ bundle, files: { ...files, '.github/run.yml': 'y' } })).toEqual([
      'failed',
      'changed-file .github/run.yml: Its content is not what was signed.',
    ]);
  });

  it('are no links, unless the signature allows them and they stay within the model', async () => {
    const { 'weights.bin': weights, ...rest } = FILES;
    const model = { files: { ...rest, 'blobs/w': weights }, links: { 'weights.bin': 'blobs/w' } };
    expect(await told({ ...model, ignore: ['blobs'] })).toEqual([
      'failed',
      'link weights.bin: It is a link. Links are not followed: the signature does not allow them.',
    ]);
    const bundle = signedAs(resourcesOf(FILES), { ...SERIALIZATION, allow_symlinks: true });
    expect(await told({ ...model, bundle, ignore: ['blobs'] })).toEqual(['verified']);
    expect(await told({ bundle, files: rest, links: { 'weights.bin': '/etc/passwd' } })).toEqual([
      'failed',
      'link weights.bin: It is a link that does not lead to a file of the model.',
    ]);
  });
});

describe('shards', () => {
  const SHARDS = { method: 'shards', hash_type: 'sha256', allow_symlinks: false, shard_size: 4 };
  const shard = (name: string, content: string) => ({
    name,
    digest: sha256(content),
    algorithm: 'sha256-sharded-4',
  });
  const files = { 'a:b.bin': '0123456789', empty: '' };
  const parts = [shard('a:b.bin:0:4', '0123'), shard('a:b.bin:4:8', '4567'), shard('a:b.bin:8:10', '89')];

  it('verify a file range by range, and empty files have none', async () => {
    expect(await told({ bundle: signedAs(parts, SHARDS), files })).toEqual(['verified']);
  });

  it('tell bytes that were appended, cut off or changed', async () => {
    const bundle = signedAs(parts, SHARDS);
    for (const content of ['0123456789x', '012345678', '0123x56789', '01234567']) {
      expect((await told({ bundle, files: { ...files, 'a:b.bin': content } }))[1]).toMatch(
        /^changed-file a:b.bin/u,
      );
    }
  });

  it.each([
    ['a gap', [parts[0], parts[2]]],
    ['another order', [parts[1], parts[0], parts[2]]],
    ['an overlap', [parts[0], shard('a:b.bin:3:8', '34567')]],
    ['a shard after a short one', [shard('a:b.bin:0:2', '01'), shard('a:b.bin:2:4', '23')]],
    ['a shard that is too long', [shard('a:b.bin:0:5', '01234')]],
    ['an empty shard', [...parts, shard('a:b.bin:10:10', '')]],
    ['no range', [shard('a', '')]],
  ])('with %s are refused', async (_, resources) => {
    const bundle = signedAs(
      resources.filter((one) => one !== undefined),
      SHARDS,
    );
    expect((await told({ bundle, files })).join(' ')).toMatch(/^failed manifest .*(?:do not join|no shard)/u);
  });
});

describe('a model that is one file', () => {
  const files = { 'model.onnx': 'weights', 'other.txt': 'x' };
  const single = { files, onlyFile: 'model.onnx' };

  it.each(['model.onnx', '.'])('is verified under the name %s', async (name) => {
    const bundle = signedAs([{ name, digest: sha256('weights'), algorithm: 'sha256' }]);
    expect(await told({ ...single, bundle })).toEqual(['verified']);
    const changed = { ...single, files: { 'model.onnx': 'weightz' } };
    expect(await told({ ...changed, bundle })).toEqual([
      'failed',
      'changed-file model.onnx: Its content is not what was signed.',
    ]);
  });

  it('can be looked at alone when its folder is signed', async () => {
    const bundle = signedAs(resourcesOf(files));
    expect(await verify({ ...single, bundle })).toMatchObject({
      outcome: 'verified',
      files: 1,
      notes: ['The signature is of a folder; only this file was checked.'],
    });
    const elsewhere = signedAs(resourcesOf({ 'other.txt': 'x' }));
    expect(await told({ ...single, bundle: elsewhere })).toEqual([
      'failed',
      'extra-file model.onnx: It is not signed.',
    ]);
  });
});
