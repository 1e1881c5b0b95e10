import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../../src/analysis/rules/registry.generated';
import { projectFileKeys } from '../../../src/analysis/configuration/project-file-schema';
import { projectFileCompletions } from '../../../src/extension/project-file/project-file-completions';
import { PROJECT_FILE_TEMPLATE } from '../../../src/extension/project-file/template';

const rules = RULES.map(({ id, title }) => ({ id, title }));
const labels = (text: string): readonly string[] =>
  projectFileCompletions(text.split('\n'), rules).map(({ label }) => label);

describe('completion in the project file', () => {
  test('at the start of a line: the keys of the file', () => {
    expect(new Set(labels(''))).toEqual(new Set(Object.keys(projectFileKeys)));
    expect(labels('preset: strict\nru')).toContain('rules');
  });

  test('after preset: the presets', () => {
    expect(labels('preset: ')).toEqual(['recommended', 'strict', 'all']);
  });

  test('after testCode: its modes', () => {
    expect(labels('testCode: ')).toEqual(['information', 'full', 'hidden']);
  });

  test('below rules: every rule, then the severities', () => {
    expect(labels('rules:\n  ')).toEqual(rules.map(({ id }) => id));
    expect(labels('rules:\n  torch-load-unsafe: error\n  torch-load-unsafe: ')).toEqual([
      'error',
      'warning',
      'info',
      'off',
    ]);
  });

  test('below apis: the kinds of function', () => {
    expect(labels('apis:\n  - call: acme.load\n    is: ')).toContain('download');
  });

  test('nothing in comments, lists of patterns and other places', () => {
    for (const text of ['# pre', 'exclude:\n  - te', 'rules:\n  # a', 'preset: strict # '])
      expect(labels(text)).toEqual([]);
  });
});

describe('the template of a new project file', () => {
  const uncommented = PROJECT_FILE_TEMPLATE.replace(
    /^# (?=(?: {2,}|rules:|testCode:|exclude:|apis:|models:|catalog:|policy:|attestations:))/gmu,
    '',
  );

  test('changes nothing: its one value is the default', () => {
    expect(parse(PROJECT_FILE_TEMPLATE)).toEqual({ preset: 'recommended' });
  });

  test('shows every key, and its examples are valid when the comment signs are taken away', () => {
    expect(Object.keys(parse(uncommented) as object).sort()).toEqual(Object.keys(projectFileKeys).sort());
  });
});
