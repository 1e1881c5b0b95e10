import { describe, expect, it } from 'vitest';
import { markdownReport } from '../../../src/report/markdown-report';
import { fileResult, finding, sampleReport } from './support/sample-report';

describe('Markdown report', () => {
  it('has a table of stages and a list of findings for each file', () => {
    const report = markdownReport(sampleReport());
    expect(report).toMatch(/^\| Lifecycle stage \| error \| warning \| info \|$/mu);
    expect(report).toContain('## src/train.py\n');
    expect(report).toContain(
      '- **error** `unsafe-pickle-load` at 4:5: `pickle.load` runs code from the file.',
    );
  });

  it('escapes what a file could smuggle in', () => {
    const message = '<img src=x> [click](http://example.org) | `a|b`';
    const report = markdownReport(
      sampleReport({ results: [fileResult({ findings: [finding({ message })] })] }),
    );
    expect(report).toContain('\\<img src=x\\> \\[click\\](http://example.org) \\| `a\\|b`');
  });

  it('says when there is nothing', () => {
    expect(markdownReport(sampleReport({ results: [] }))).toContain('No findings.');
  });
});
