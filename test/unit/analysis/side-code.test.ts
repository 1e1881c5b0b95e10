import { describe, expect, it } from 'vitest';
import type { Configuration } from '../../../src/analysis/configuration/configuration';
import { analyzePython } from '../../support/analyze';

const EVAL =
  'from openai import OpenAI\n\nanswer = OpenAI().responses.create(model="m", input=q).output_text\neval(answer)\n';

function severities(path: string, configuration: Partial<Configuration>): readonly string[] {
  return analyzePython(EVAL, { path, configuration }).findings.map(({ severity }) => severity);
}

describe('code beside the product', () => {
  it.each([
    'tests/test_app.py',
    'pkg/testing/tools.py',
    'src/test_app.py',
    'src/app_test.py',
    'conftest.py',
    'pkg/test_utils/training.py',
    'pkg/testing_utils.py',
    'pkg/server_test_utils.py',
    'docs/conf.py',
    'examples/chat.py',
    'a/fixtures/b.py',
  ])('has findings as information: %s', (path) => {
    expect(severities(path, { preset: 'recommended' })).toEqual(['info']);
  });

  it.each([
    'src/app.py',
    'latest/app.py',
    'contest.py',
    'latest_utils.py',
    'attestation/tests.py.py',
    'docsearch/app.py',
  ])('is not %s', (path) => {
    expect(severities(path, { preset: 'recommended' })).toEqual(['error']);
  });

  it('is as severe as anywhere in the stricter presets', () => {
    expect(severities('tests/test_app.py', { preset: 'all', rules: new Map() })).toContain('error');
  });

  it('is what one setting says', () => {
    const preset = 'recommended';
    expect(severities('tests/a.py', { preset, testCode: 'full' })).toEqual(['error']);
    expect(severities('tests/a.py', { preset, testCode: 'hidden' })).toEqual([]);
    expect(severities('src/a.py', { preset, testCode: 'hidden' })).toEqual(['error']);
  });

  it.each([
    ['pickle', 'import pickle\n\npickle.load(open(path, "rb"))\n'],
    ['pickle that is handed over', 'import msgpack\nimport pickle\n\nlist(map(pickle.loads, blobs))\n'],
    ['checkpoint', 'import torch\n\ntorch.load(path, weights_only=False)\n'],
    [
      'model',
      'from transformers import AutoModel\n\nAutoModel.from_pretrained("acme/tiny", trust_remote_code=True)\n',
    ],
  ])('is as sure and as severe as anywhere where the setting says so: %s', (_, code) => {
    const findings = (path: string): readonly unknown[] =>
      analyzePython(code, { path, configuration: { preset: 'recommended', testCode: 'full' } }).findings.map(
        ({ ruleId, severity, confidence }) => ({ ruleId, severity, confidence }),
      );
    const elsewhere = findings('src/app.py');
    expect(elsewhere).not.toEqual([]);
    expect(findings('tests/test_app.py')).toEqual(elsewhere);
    expect(findings('pkg/testing_utils.py')).toEqual(elsewhere);
  });
});
