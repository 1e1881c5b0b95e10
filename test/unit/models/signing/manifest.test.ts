import { describe, expect, it } from 'vitest';
import { keyPair, pemOf } from '../../../support/signing/certificates';
import { bundleOf, resourcesOf, SERIALIZATION, sha256, statementOf } from '../../../support/signing/oms';
import { summary, verified } from '../../../support/signing/verify';

const FILES = { 'a.bin': 'a', 'b.bin': 'b' };
const key = keyPair();
const trust = { method: 'key', pem: pemOf(key) } as const;
const statement = statementOf(resourcesOf(FILES));

const told = async (signed: object | string): Promise<readonly string[]> =>
  summary(await verified({ files: FILES, bundle: bundleOf({ statement: signed, key }), trust }));
const named = (name: string) => statementOf([...resourcesOf(FILES), ...resourcesOf({ [name]: 'x' })]);

describe('what was signed', () => {
  it.each(['../x', 'a/../../x', '/etc/passwd', 'a//b', './a', 'a/', 'C:/x', 'a\\b', 'a\u0000', '', '.'])(
    'may not name %j',
    async (name) => {
      expect(await told(named(name))).toEqual([
        'failed',
        `manifest What was signed names ${JSON.stringify(name)}, which is no path within the model.`,
      ]);
    },
  );

  it('may not name a file twice', async () => {
    expect(await told(named('a.bin'))).toEqual([
      'failed',
      'manifest What was signed breaks the rules: "a.bin" is there twice.',
    ]);
  });

  it('must have a digest that fits those of its files, in the order in which they stand', async () => {
    expect(await told(statementOf(resourcesOf(FILES).reverse()))).toEqual(['verified']);
    const other = [{ name: 'model', digest: { sha256: sha256('x') } }];
    expect(await told({ ...statement, subject: other })).toEqual([
      'failed',
      'manifest What was signed breaks the rules: the digest of the model does not fit those of its files.',
    ]);
  });

  it('may come from later minor versions, with more in it', async () => {
    const { predicate } = statement;
    const later = {
      ...statement,
      predicateType: 'https://model_signing/signature/v1.7',
      predicate: { ...predicate, more: 1, serialization: { ...SERIALIZATION, new_field: 'x' } },
    };
    expect(await told(later)).toEqual(['verified']);
  });

  it.each([
    ['another major version', 'https://model_signing/signature/v2.0'],
    ['something else', 'https://slsa.dev/provenance/v1'],
  ])('of %s is not judged', async (_, predicateType) => {
    expect(await told({ ...statement, predicateType })).toEqual([
      'impossible',
      `format The signature is about something else than a model: it says "${predicateType}".`,
    ]);
  });

  it('of the time before 1.0 is said to be so', async () => {
    const old = { ...statement, predicateType: 'https://model_signing/Digests/v0.1', predicate: {} };
    expect((await told(old))[1]).toContain('of a version before 1.0');
  });

  it.each([
    ['two subjects', { subject: [...statement.subject, ...statement.subject] }],
    ['no subject', { subject: [] }],
    ['another kind of statement', { _type: 'https://in-toto.io/Statement/v0.1' }],
    ['no files', { predicate: { resources: [], serialization: SERIALIZATION } }],
    ['no serialization', { predicate: { resources: resourcesOf(FILES) } }],
    [
      'a digest that is none',
      {
        predicate: {
          resources: [{ name: 'a', digest: 'xyz', algorithm: 'sha256' }],
          serialization: SERIALIZATION,
        },
      },
    ],
  ])('with %s is refused', async (_, change) => {
    expect((await told({ ...statement, ...change })).join(' ')).toMatch(
      /^failed manifest What was signed is no proper list of files: /u,
    );
  });

  it.each([
    ['a key that is there twice', '{"predicateType": "x", "predicateType": "y"}', 'is there twice'],
    ['no JSON', 'not JSON', 'no proper list of files'],
    ['deep nesting', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'nested deeper than 100 levels'],
  ])('with %s is refused', async (_, text, reason) => {
    const [outcome, problem] = await told(text);
    expect(outcome).toBe('failed');
    expect(problem).toContain(reason);
  });

  it.each([
    [{ hash_type: 'blake3', method: 'files' }, '"blake3", which is not supported'],
    [{ hash_type: 'sha256', method: 'trees' }, '"trees", which is not supported'],
  ])('by %j is not judged', async (change, reason) => {
    const resources = resourcesOf(FILES).map((one) => ({ ...one, algorithm: change.hash_type }));
    const [outcome, problem] = await told(statementOf(resources, { ...SERIALIZATION, ...change }));
    expect(outcome).toBe('impossible');
    expect(problem).toContain(reason);
  });

  it('by a hash that cannot be computed where it runs is not judged', async () => {
    const resources = resourcesOf(FILES).map((one) => ({ ...one, algorithm: 'blake2b' }));
    expect(await told(statementOf(resources, { ...SERIALIZATION, hash_type: 'blake2b' }))).toEqual([
      'impossible',
      'unsupported The files were hashed with blake2b, which cannot be computed here.',
    ]);
  });

  it('may not mix kinds of digests, nor whole files with shards', async () => {
    const mixed = resourcesOf(FILES).map((one, at) => (at === 0 ? { ...one, algorithm: 'blake2b' } : one));
    expect((await told(statementOf(mixed)))[1]).toContain('of another kind than the others');
    const sized = statementOf(resourcesOf(FILES), { ...SERIALIZATION, shard_size: 4 });
    expect((await told(sized))[1]).toContain('whole files have no size of shards');
  });
});
