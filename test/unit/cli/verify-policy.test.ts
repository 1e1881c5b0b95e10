import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pemOf } from '../../support/signing/certificates';
import { SigstoreInstance } from '../../support/signing/sigstore-instance';
import { key, SignedModel, statement } from './support/signed-model';

const model = new SignedModel();
const write: SignedModel['write'] = (files, below) => {
  model.write(files, below);
};
const verify: SignedModel['verify'] = (...parameters) => model.verify(...parameters);
const byKey: SignedModel['byKey'] = (...parameters) => model.byKey(...parameters);

describe('the policy in .mlsecops.yaml', () => {
  const policy = (...lines: readonly string[]): void => {
    write({ '.mlsecops.yaml': ['models:', '  must-be-signed:', ...lines].join('\n') });
  };

  it('says who must have signed', async () => {
    policy('    - { path: models/test/, key: other.pub }', '    - { path: models/, key: release.pub }');
    const { code, output } = await verify('models/prod');
    expect(code).toBe(0);
    expect(output).toMatch(/Policy: .*\.mlsecops\.yaml/u);
    policy('    - { path: models/, key: other.pub }');
    expect(await verify('models/prod')).toMatchObject({ code: 1 });
    expect(await byKey()).toMatchObject({ code: 0 });
  });

  it('makes a model without a signature one that is not verified', async () => {
    policy('    - { path: models/, key: release.pub }');
    rmSync(join(model.folder, 'models/prod/model.sig'));
    const { code, output } = await verify('models/prod');
    expect(code).toBe(1);
    expect(output).toContain('There is no signature, and the policy demands one.');
  });

  it('does not count when it lies within the model: who made the model wrote it', async () => {
    write({ '.mlsecops.yaml': 'models: { must-be-signed: [{ path: "*", key: key.pub }] }' }, 'models/prod');
    write({ 'key.pub': pemOf(key) }, 'models/prod');
    expect(await verify('models/prod')).toMatchObject({ code: 2 });
  });

  it('is never lost to a mistake in the file', async () => {
    policy('    - { path: models/, keys: release.pub }');
    const { code, errors } = await verify('models/prod');
    expect(code).toBe(2);
    expect(errors).toMatch(/\.mlsecops\.yaml:3: /u);
    write({ '.mlsecops.yaml': 'modles: { must-be-signed: [{ path: models/, key: release.pub }] }' });
    expect((await verify('models/prod')).errors).toMatch(/\.mlsecops\.yaml:1: .*modles/u);
  });

  it('holds whatever else the file says', async () => {
    write({
      '.mlsecops.yaml':
        'rules: { no-such-rule: off }\nmodels: { must-be-signed: [{ path: models/, key: release.pub }] }',
    });
    expect(await verify('models/prod')).toMatchObject({ code: 0 });
  });

  it('can demand an identity of an instance of your own', async () => {
    const instance = new SigstoreInstance();
    write({ 'model.sig': JSON.stringify(instance.sign({ statement })) }, 'models/prod');
    write({ 'root.json': JSON.stringify(instance.trustedRoot()) });
    const demand = (identity: string): void =>
      policy(
        '    - path: models/**',
        `      identity: ${identity}`,
        '      issuer: https://accounts.example.org',
        '      trusted-root: root.json',
      );
    demand('release@example.org');
    expect(await verify('models/prod')).toMatchObject({ code: 0 });
    demand('me@example.org');
    expect(await verify('models/prod')).toMatchObject({ code: 1 });
  });
});
