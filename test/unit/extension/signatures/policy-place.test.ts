import { expect, test } from 'vitest';
import { requirementFor } from '../../../../src/extension/model-editor/signatures/policy-place';
import type { GivenTrust } from '../../../../src/protocol/model/verifier-messages';
import { addSigningRequirement } from '../../../../src/workspace/model-files/add-signing-requirement';
import { parseSigningDemands } from '../../../../src/analysis/configuration/parse-signing-demands';

const place = { model: '/work/acme/models/prod', isFolder: true, project: '/work/acme' };
const key = (file: string): GivenTrust => ({ method: 'key', file });
const same = (path: string): string => path;

test('a key in the project becomes a demand with its path', () => {
  expect(requirementFor(place, key('/work/acme/keys/release.pub'), same)).toEqual({
    path: '/models/prod/',
    key: 'keys/release.pub',
  });
  const roots: GivenTrust = { method: 'certificate', file: '/work/acme/root.pem' };
  expect(requirementFor({ ...place, isFolder: false }, roots, same)).toEqual({
    path: '/models/prod',
    'certificate-chain': 'root.pem',
  });
});

test('a name that has the signs of patterns fits itself alone', () => {
  const trust: GivenTrust = { method: 'sigstore', identity: 'a@example.org', issuer: 'https://example.org' };
  expect(requirementFor({ ...place, model: '/work/acme/[v1]*' }, trust, same)).toEqual({
    path: '/\\[v1\\]\\*/',
    identity: 'a@example.org',
    issuer: 'https://example.org',
  });
});

test.each([
  ['a key that comes with the model', place, '/work/acme/models/prod/key.pub'],
  ['a key outside of the project', place, '/home/me/key.pub'],
  ['a model that is the whole project', { ...place, model: '/work/acme' }, '/work/acme/key.pub'],
  ['a model outside of the project', { ...place, model: '/work/other' }, '/work/acme/key.pub'],
])('%s is not kept', (_name, where, file) => {
  expect(requirementFor(where, key(file), same)).toBeUndefined();
});

test('the demand goes before the others, and nothing of the file is lost', () => {
  const before = [
    '# ours',
    'preset: strict # all of it',
    'models:',
    '  must-be-signed:',
    '    # everything else',
    '    - path: models/',
    '      key: keys/old.pub',
    '',
  ].join('\n');
  const after = addSigningRequirement(before, { path: '/models/prod/', key: 'keys/release.pub' });
  const { mustBeSigned, problems } = parseSigningDemands(after);
  expect(problems).toEqual([]);
  expect(mustBeSigned).toEqual([
    { path: '/models/prod/', key: 'keys/release.pub' },
    { path: 'models/', key: 'keys/old.pub' },
  ]);
  for (const line of ['# ours', 'preset: strict # all of it', '# everything else'])
    expect(after).toContain(line);
});

test.each([
  ['an empty file', ''],
  ['a file of comments', '# nothing yet\n'],
  ['another section', 'rules: { model-unpinned: error }\n'],
  ['an empty section', 'models:\n'],
])('it is the first one in %s', (_name, before) => {
  const after = addSigningRequirement(before, { path: '/m/', key: 'k.pub' });
  expect(parseSigningDemands(after)).toMatchObject({
    mustBeSigned: [{ path: '/m/', key: 'k.pub' }],
    problems: [],
  });
  expect(after).toContain(before.trim().split('\n')[0]);
});

test.each([['- a list'], ['models: 3'], ['models: { must-be-signed: yes }'], ['a: [']])(
  'a file with mistakes is left alone: %s',
  (text) => {
    expect(() => addSigningRequirement(text, { path: '/m/', key: 'k.pub' })).toThrow(/project file/u);
  },
);
