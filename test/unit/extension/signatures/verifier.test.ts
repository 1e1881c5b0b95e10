import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { doJob } from '../../../../src/extension/node-verifier-job';
import { parseFromVerifier, type FromVerifier } from '../../../../src/protocol/model/verifier-messages';
import { SignedModel } from '../../cli/support/signed-model';

const model = new SignedModel();
const at = (path: string): string => join(model.folder, path);
const POLICY = 'models: { must-be-signed: [{ path: models/, key: release.pub }] }';

interface Wish {
  readonly key?: string;
  readonly policyFolders?: readonly string[];
  readonly path?: string;
}

/** The answer, checked as the extension checks it. */
async function verify({ key, policyFolders = [], path = 'models/prod' }: Wish = {}): Promise<FromVerifier> {
  const trust = key === undefined ? undefined : ({ method: 'key', file: at(key) } as const);
  const job = { type: 'verify', path: at(path), trust, policyFolders } as const;
  return parseFromVerifier(structuredClone(await doJob(job, () => undefined)));
}

test('a model is verified with the key that the user names', async () => {
  expect(await verify({ key: 'release.pub' })).toMatchObject({
    type: 'verified',
    result: { state: 'verified', content: '2 files, 103 bytes', problems: [] },
  });
});

test('without anybody to trust it says what the signature needs', async () => {
  expect(await verify()).toMatchObject({ needs: 'key', result: { state: 'impossible' } });
});

test('a project file counts only in a folder that is trusted', async () => {
  model.write({ '.mlsecops.yaml': POLICY });
  expect(await verify()).toMatchObject({ needs: 'key' });
  expect(await verify({ policyFolders: [at('models')] })).toMatchObject({ needs: 'key' });
  const trusted = await verify({ policyFolders: [model.folder] });
  expect(trusted).toMatchObject({ result: { state: 'verified' } });
  expect(trusted).not.toHaveProperty('needs');
  expect(JSON.stringify(trusted)).toContain('Demanded by');
});

test('a model that the policy wants signed and is not has failed', async () => {
  model.write({ '.mlsecops.yaml': POLICY });
  rmSync(at('models/prod/model.sig'));
  expect(await verify({ policyFolders: [model.folder] })).toMatchObject({
    result: { state: 'failed', problems: [expect.stringMatching(/^There is no signature, and the policy/u)] },
  });
});

test('one byte more is told with its file, and who signed is not forgotten', async () => {
  appendFileSync(at('models/prod/sub/weights.bin'), 'x');
  expect(await verify({ key: 'release.pub' })).toMatchObject({
    result: {
      state: 'failed',
      signer: expect.stringMatching(/^Signed with the key/u) as string,
      problems: ['sub/weights.bin: Its content is not what was signed.'],
    },
    report: expect.stringContaining('Not verified.') as string,
  });
});

test('one file of a signed folder can be verified by itself', async () => {
  expect(await verify({ key: 'release.pub', path: 'models/prod/config.json' })).toMatchObject({
    result: { state: 'verified', notes: ['The signature is of a folder; only this file was checked.'] },
  });
});

test('what cannot be used is told', async () => {
  expect(await verify({ key: 'gone.pub' })).toMatchObject({
    type: 'failed',
    message: expect.stringMatching(/cannot read .*gone\.pub: no such file/u) as string,
  });
  model.write({ '.mlsecops.yaml': 'models: [' });
  expect(await verify({ policyFolders: [model.folder] })).toMatchObject({ type: 'failed' });
});
