import { describe, expect, test } from 'vitest';
import { groupFindings } from '../../../src/extension/findings/grouping';
import { context, sample } from './support/sample';

describe('grouping', () => {
  test('by stage: in the order of the lifecycle, with number and title', () => {
    const groups = groupFindings(
      [sample({ stages: ['model-serving'] }), sample({ line: 1, stages: ['data-engineering'] })],
      'stage',
      context,
    );
    expect(groups.map(({ label }) => label)).toEqual([
      expect.stringMatching(/^2 Data/u),
      expect.stringMatching(/^8 /u),
    ]);
  });

  test('by stage: a finding of several stages is listed once, where it hurts first', () => {
    const touching = sample({ stages: ['model-serving', 'experimentation', 'llm-operate'] });
    expect(groupFindings([touching], 'stage', context).map(({ key }) => key)).toEqual(['model-serving']);
  });

  test('by stage: the stages are those of the lifecycle that is shown', () => {
    const touching = sample({ stages: ['model-serving', 'llm-operate'] });
    const inLlm = { ...context, lifecycle: 'llmsecops' };
    expect(groupFindings([touching], 'stage', inLlm).map(({ key }) => key)).toEqual(['llm-operate']);
  });

  test('by stage: a finding without a place in the lifecycle that is shown keeps its place in the other', () => {
    const groups = groupFindings(
      [sample({ stages: ['llm-operate'] }), sample({ line: 1 })],
      'stage',
      context,
    );
    expect(groups.map(({ key }) => key)).toEqual(['experimentation', 'llm-operate']);
  });

  test('by stage: a stage that the catalog does not know comes last, under its id', () => {
    const groups = groupFindings(
      [sample({ stages: ['of-another-version'] }), sample({ line: 1 })],
      'stage',
      context,
    );
    expect(groups.map(({ label }) => label)).toEqual([expect.stringMatching(/^3 /u), 'of-another-version']);
  });

  test('by risk: the label carries the edition', () => {
    const [group] = groupFindings([sample({ risks: ['owasp-ml-2023:ML06'] })], 'risk', context);
    expect(group?.label).toMatch(/^ML06:2023 /u);
  });

  test('by severity: errors first, whatever the order of arrival', () => {
    const groups = groupFindings(
      [sample({ severity: 'info' }), sample({ line: 1, severity: 'error' }), sample({ line: 2 })],
      'severity',
      context,
    );
    expect(groups.map(({ label }) => label)).toEqual(['Errors', 'Warnings', 'Information']);
  });

  test('by file: files by path, findings by line', () => {
    const groups = groupFindings(
      [
        sample({ file: 'z.py' }),
        sample({ file: 'a.py', line: 9 }),
        sample({ file: 'a.py', line: 2, severity: 'info' }),
      ],
      'file',
      context,
    );
    expect(groups.map(({ label }) => label)).toEqual(['a.py', 'z.py']);
    expect(groups[0]?.findings.map(({ range }) => range.start.line)).toEqual([2, 9]);
  });

  test('by rule: the rule with the worst finding first', () => {
    const groups = groupFindings(
      [
        sample({ ruleId: 'model-unpinned', ruleTitle: 'Model is not pinned' }),
        sample({ ruleId: 'model-output-executed', ruleTitle: 'Model output is executed', severity: 'error' }),
      ],
      'rule',
      context,
    );
    expect(groups.map(({ label }) => label)).toEqual(['Model output is executed', 'Model is not pinned']);
  });

  test('works before the catalog is there', () => {
    const groups = groupFindings([sample()], 'stage', { ...context, catalog: undefined });
    expect(groups.map(({ label }) => label)).toEqual(['experimentation']);
  });
});
