import { describe, expect, it } from 'vitest';
import { jsonReport } from '../../../src/report/json-report';
import { at, fileResult, finding, sampleReport } from './support/sample-report';

const parsed = (parts = {}): Record<string, unknown> =>
  JSON.parse(jsonReport(sampleReport(parts))) as Record<string, unknown>;

describe('JSON report', () => {
  it('has a version, the tool and the totals', () => {
    expect(parsed()).toMatchObject({
      version: 1,
      tool: { name: 'mlsecops-lens', version: '0.1.0' },
      totals: { files: 12, analyzed: 3, cancelled: false },
    });
  });

  it('gives a finding with its place counted from 1 and what it is tied to', () => {
    const { findings } = parsed() as { findings: Record<string, unknown>[] };
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'unsafe-pickle-load',
      path: 'src/train.py',
      line: 4,
      column: 5,
      endLine: 4,
      endColumn: 16,
      cwe: ['CWE-502'],
    });
    expect(findings[0]?.['stages']).not.toEqual([]);
    expect(findings[0]?.['risks']).not.toEqual([]);
  });

  it('gives suppressed findings apart, with the reason', () => {
    const results = [
      fileResult({ findings: [], suppressed: [{ finding: finding(), reason: 'written by us' }] }),
    ];
    expect(parsed({ results })).toMatchObject({ findings: [], suppressed: [{ reason: 'written by us' }] });
  });

  it('gives fixes with their edits', () => {
    const fixes = [{ title: 'Set it', safe: true, edits: [{ location: at(3, 15, 15), newText: ', x=1' }] }];
    expect(parsed({ results: [fileResult({ findings: [finding({ fixes })] })] })).toMatchObject({
      findings: [
        { fixes: [{ title: 'Set it', safe: true, edits: [{ line: 4, column: 16, newText: ', x=1' }] }] },
      ],
    });
  });

  it('lists every problem with its kind', () => {
    const problems = [{ path: 'a', kind: 'vanished', message: 'gone' }];
    expect(parsed({ problems })).toMatchObject({
      problems: [{ kind: 'vanished', path: 'a', message: 'gone' }],
    });
  });
});
