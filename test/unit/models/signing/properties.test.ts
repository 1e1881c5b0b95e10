import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  certificate,
  certificatePem,
  extensions,
  keyPair,
  pemOf,
} from '../../../support/signing/certificates';
import { bundleOf, chainOf, resourcesOf, statementOf } from '../../../support/signing/oms';
import { SigstoreInstance } from '../../../support/signing/sigstore-instance';
import { readTrustedRoot } from '../../../../src/models/signing/trust/trusted-root';
import type { Trust } from '../../../../src/models/signing/trust/trust';
import { verified } from '../../../support/signing/verify';

const FILES = { 'a.bin': 'a', 'sub/b.bin': 'b' };
const statement = statementOf(resourcesOf(FILES));
const key = keyPair();
const instance = new SigstoreInstance();
const leaf = certificate({
  subject: 'Own',
  key,
  extensions: [extensions.authority(), extensions.keyUsage(0)],
});

const SIGNATURES: readonly (readonly [name: string, bundle: object, trust: Trust])[] = [
  ['key', bundleOf({ statement, key }), { method: 'key', pem: pemOf(key) }],
  [
    'certificate',
    bundleOf({ statement, key, material: chainOf(leaf) }),
    { method: 'certificate', roots: certificatePem(leaf) },
  ],
  [
    'keyless',
    instance.sign({ statement }),
    {
      method: 'sigstore',
      identity: 'release@example.org',
      issuer: 'https://accounts.example.org',
      trustedRoot: readTrustedRoot(JSON.stringify(instance.trustedRoot())),
    },
  ],
];

describe.each(SIGNATURES)('a signature by %s', (_, bundle, trust) => {
  const text = JSON.stringify(bundle);

  it('is verified as it is', async () => {
    expect((await verified({ files: FILES, bundle: text, trust })).outcome).toBe('verified');
  });

  it('verifies no other files, however its own text is changed', async () => {
    await fc.assert(
      fc.asyncProperty(edits(text), async (edited) => {
        const { outcome } = await verified({ files: { ...FILES, 'a.bin': 'A' }, bundle: edited, trust });
        expect(outcome).not.toBe('verified');
      }),
      { numRuns: 150 },
    );
  });

  it('is never taken when it is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (length) => {
        const { outcome, problems } = await verified({ files: FILES, bundle: text.slice(0, length), trust });
        expect(outcome).not.toBe('verified');
        expect(problems).not.toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('anything else', () => {
  it.each(SIGNATURES)(
    'in place of a signature by %s is told, and nothing is thrown',
    async (_, bundle, trust) => {
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            fc.json(),
            fc.string(),
            replacedValue(bundle).map((value) => JSON.stringify(value)),
          ),
          async (text) => {
            const { outcome, problems } = await verified({ files: { 'x.bin': 'x' }, bundle: text, trust });
            expect(outcome).not.toBe('verified');
            expect(problems).not.toEqual([]);
          },
        ),
        { numRuns: 150 },
      );
    },
  );
});

/** A text with one to three characters replaced by others of the kind that stand in signatures. */
function edits(text: string): fc.Arbitrary<string> {
  const edit = fc.tuple(fc.nat(text.length - 1), fc.constantFrom(...Array.from('AZaz09+/=":,{}[]\\ ')));
  return fc.array(edit, { minLength: 1, maxLength: 3 }).map((list) => {
    const characters = Array.from(text);
    for (const [at, character] of list) characters[at] = character;
    return characters.join('');
  });
}

/** An object with one value, at any depth, replaced by something of another kind. */
function replacedValue(value: object): fc.Arbitrary<unknown> {
  const paths = [...pathsOf(value, [])];
  return fc
    .tuple(fc.constantFrom(...paths), fc.jsonValue())
    .map(([path, other]) => replaced(value, path, other));
}

function* pathsOf(value: unknown, path: readonly string[]): Generator<readonly string[]> {
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* pathsOf(inner, [...path, key]);
}

function replaced(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return other;
  const copy: object = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  const inner = (value as Readonly<Record<string, unknown>>)[key];
  return Object.assign(copy, { [key]: replaced(inner, rest, other) });
}
