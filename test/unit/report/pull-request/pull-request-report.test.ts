import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../src/catalog/built-in';
import { RULES } from '../../../../src/analysis/rules/registry.generated';
import { pullRequestReport } from '../../../../src/report/pull-request/pull-request-report';
import type { ScanReport } from '../../../../src/report/scan-report';
import { maturityChange } from '../../../../src/supplychain/maturity/maturity-change';
import type { Assessment } from '../../../../src/supplychain/maturity/assessment';
import type { LocatedFinding } from '../../../../src/workspace/file-analysis/file-result';
import { unreadResult } from '../../../../src/workspace/file-analysis/file-result';
import { builtInGuide } from '../../../support/guide';

const NOTHING = { added: [], removed: [], changed: [], unchanged: 0 };

function finding(line: number, severity: LocatedFinding['severity'], message: string): LocatedFinding {
  const at = { line, character: 0 };
  return {
    ruleId: 'unsafe-pickle-load',
    message,
    severity,
    confidence: 'certain',
    subject: '',
    location: { start: at, end: at },
    path: [],
    fixes: [],
    excerpt: '',
    fingerprint: '',
    inOutput: false,
  };
}

function report(findings: readonly LocatedFinding[]): ScanReport {
  return {
    toolVersion: '0',
    catalog: builtInCatalog(),
    rules: RULES,
    base: '/p',
    results: findings.length > 0 ? [{ ...unreadResult('a.py', 0), findings }] : [],
    problems: [],
    configurationProblems: [],
    totals: {
      files: 1,
      analyzed: 1,
      bytes: 0,
      skipped: { ignored: 0, folders: 0, links: 0 },
      known: 0,
      cancelled: false,
    },
  };
}

const assessment = (level: string, dimensions: Readonly<Record<string, string | undefined>>): Assessment => ({
  level,
  average: 0,
  confidence: { observed: 0, observable: 0 },
  traits: [],
  dimensions: Object.entries(dimensions).map(([id, reached]) => ({
    id,
    level: reached,
    earned: reached,
    complete: false,
    asks: [],
    caps: [],
    confidence: { observed: 0, observable: 0 },
    next: [],
  })),
  evidence: [],
  against: [],
  next: [],
  attestations: [],
});

describe('the summary of a pull request', () => {
  it('names levels that moved, and only those', () => {
    const guide = builtInGuide();
    const [first, second] = [...guide.maturityDimensions.values()];
    const [low, high] = [...guide.maturityLevels.values()];
    const ids = [first?.id ?? '', second?.id ?? ''] as const;
    const maturity = maturityChange(
      assessment(low?.id ?? '', { [ids[0]]: low?.id, [ids[1]]: low?.id }),
      assessment(low?.id ?? '', { [ids[0]]: high?.id, [ids[1]]: low?.id }),
    );
    const text = pullRequestReport(report([]), { gone: 0, parts: NOTHING, maturity, guide });
    expect(text).toContain('### Maturity');
    expect(text).toContain(`${first?.title} | ${low?.id} ${low?.title} | ${high?.id} ${high?.title} |`);
    expect(text).not.toContain(second?.title ?? '');
  });

  it('says nothing of maturity that has not moved', () => {
    const same = assessment('L1', {});
    const changes = { gone: 2, parts: NOTHING, maturity: maturityChange(same, same), guide: builtInGuide() };
    expect(pullRequestReport(report([]), changes)).toBe(
      '## MLSecOps Lens\n\n**No new findings.** 2 are gone. 1 file scanned.\n',
    );
  });

  it('puts the worst first, and stays short whatever was found', () => {
    const many = Array.from({ length: 3_000 }, (_, at) => finding(at, 'warning', 'x'.repeat(5_000)));
    const text = pullRequestReport(report([...many, finding(9_999, 'error', 'the worst')]));
    expect(text.indexOf('the worst')).toBeLessThan(text.indexOf('xxx'));
    expect(text).toContain('And 2961 more.');
    expect(text.length).toBeLessThan(65_536);
  });
});
