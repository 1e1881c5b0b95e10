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

  test('by stage: a finding of two stages is listed under both', () => {
    const groups = groupFindings(
      [sample({ stages: ['experimentation', 'model-serving'] })],
      'stage',
      context,
    );
    expect(groups.map(({ key, findings }) => [key, findings.length])).toEqual([
      ['experimentation', 1],
      ['model-serving', 1],
    ]);
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
