import { describe, expect, test } from 'vitest';
import { filterFindings } from '../../../src/extension/findings/finding-filter';
import { context, sample } from './support/sample';

const train = sample({ file: 'src/train.py' });
const serve = sample({
  file: 'src/serve.py',
  severity: 'error',
  ruleId: 'model-output-executed',
  message: 'eval runs it.',
});

describe('the filter of the Findings view', () => {
  const kept = (filter: string): readonly string[] =>
    filterFindings([train, serve], filter, context).map(({ uri }) => context.pathOf(uri));

  test('keeps everything when it is empty or blank', () => {
    expect(kept('')).toHaveLength(2);
    expect(kept('  ')).toHaveLength(2);
  });

  test('looks at path, rule, severity, message, stage and risk, whatever the case', () => {
    expect(kept('TRAIN')).toEqual(['src/train.py']);
    expect(kept('model-output')).toEqual(['src/serve.py']);
    expect(kept('error')).toEqual(['src/serve.py']);
    expect(kept('eval')).toEqual(['src/serve.py']);
    expect(kept('experimentation')).toHaveLength(2);
    expect(kept('ml06:2023')).toHaveLength(2);
  });

  test('asks for every word', () => {
    expect(kept('src eval')).toEqual(['src/serve.py']);
    expect(kept('train eval')).toEqual([]);
  });

  test('takes signs of pattern languages as they are', () => {
    expect(kept('.*')).toEqual([]);
    expect(kept('[')).toEqual([]);
  });
});
