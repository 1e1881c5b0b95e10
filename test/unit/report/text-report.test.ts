import { describe, expect, it } from 'vitest';
import { textReport } from '../../../src/report/text/text-report';
import { at, fileResult, finding, sampleReport } from './support/sample-report';

const text = (parts = {}): string => textReport(sampleReport(parts), { color: false });

describe('text report', () => {
  it('starts each finding with place, severity, rule and message', () => {
    expect(text().split('\n')[0]).toBe(
      'src/train.py:4:5 error unsafe-pickle-load  `pickle.load` runs code from the file. Load a format without code instead.',
    );
  });

  it('names the lifecycle stage, the OWASP risk and what to do', () => {
    const report = text();
    expect(report).toMatch(/^ {4}stage\s+\S+/mu);
    expect(report).toMatch(/^ {4}risk\s+(LLM|ML|ASI)\d\d/mu);
    expect(report).toMatch(/^ {4}to do\s+\S+/mu);
  });

  it('names the edit that repairs it where there is one', () => {
    const fixes = [{ title: 'Use safetensors', safe: false, edits: [] }];
    expect(text({ results: [fileResult({ findings: [finding({ fixes })] })] })).toContain(
      'to do  Use safetensors',
    );
  });

  it('shows the steps of a data flow', () => {
    const path = [{ location: at(0, 0, 3), label: 'assigned to `code`' }];
    expect(text({ results: [fileResult({ findings: [finding({ path })] })] })).toContain(
      'flow   src/train.py:1:1 assigned to `code`',
    );
  });

  it('gives the cell of a finding in a notebook', () => {
    const inCell = finding({ location: { ...at(0, 0, 4), cell: 2 } });
    expect(text({ results: [fileResult({ path: 'a.ipynb', findings: [inCell] })] })).toMatch(
      /^a\.ipynb:cell 3:1:1 /u,
    );
  });

  it('adds up the findings by stage and severity', () => {
    const findings = [finding(), finding({ severity: 'info' })];
    expect(text({ results: [fileResult({ findings })] })).toMatch(/^All stages\s+1\s+0\s+1$/mu);
  });

  it('tells what could not be read', () => {
    const report = text({
      problems: [
        { path: 'locked', kind: 'unreadable', message: 'The folder cannot be read: permission denied.' },
      ],
      configurationProblems: [
        {
          path: '.mlsecops.yaml',
          line: 3,
          column: 1,
          severity: 'warning',
          message: '`ruls` is not a setting.',
        },
      ],
      results: [
        fileResult({
          findings: [],
          problems: [{ kind: 'syntax', message: 'The code cannot be read here.', location: at(6, 0, 1) }],
        }),
      ],
    });
    expect(report).toContain('  .mlsecops.yaml:3:1 `ruls` is not a setting.\n');
    expect(report).toContain('  locked: The folder cannot be read: permission denied.\n');
    expect(report).toContain('  src/train.py:7:1 The code cannot be read here.\n');
  });

  it('says when there is nothing', () => {
    expect(text({ results: [] })).toBe('No findings.\nScanned 12 files.\n');
  });

  it('says what was hidden and passed by', () => {
    const totals = { ...sampleReport().totals, known: 2, skipped: { ignored: 1, folders: 2, links: 3 } };
    const results = [fileResult({ findings: [], suppressed: [{ finding: finding(), reason: 'ours' }] })];
    expect(text({ totals, results })).toContain(
      'Hidden: 1 by comments, 2 by the baseline.\nPassed by: 1 ignored path, 2 folders of packages and caches, 3 links.\n',
    );
  });

  it('lets no control character of a file through', () => {
    const evil = 'a\u001b[2Jb\u202ec\r\nd';
    const report = text({
      results: [fileResult({ path: `${evil}.py`, findings: [finding({ message: evil, excerpt: evil })] })],
      problems: [{ path: evil, kind: 'unreadable', message: evil }],
    });
    expect(report).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e]/u);
    expect(report).toContain('a\\u001b[2Jb\\u202ec\\u000d\\u000ad.py:4:5');
  });

  it('uses colours only when asked to', () => {
    expect(text()).not.toContain('\u001b');
    expect(textReport(sampleReport(), { color: true })).toContain('\u001b[31merror');
  });
});
