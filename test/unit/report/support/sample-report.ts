import { RULES } from '../../../../src/analysis/rules/registry.generated';
import { builtInCatalog } from '../../../../src/catalog/built-in';
import type { ScanReport } from '../../../../src/report/scan-report';
import type {
  FileResult,
  LocatedFinding,
  SourceLocation,
} from '../../../../src/workspace/file-analysis/file-result';

/** A place on one line, counted from 0. */
export function at(line: number, start: number, end: number): SourceLocation {
  return { start: { line, character: start }, end: { line, character: end } };
}

export function finding(parts: Partial<LocatedFinding> = {}): LocatedFinding {
  return {
    ruleId: 'unsafe-pickle-load',
    message: '`pickle.load` runs code from the file. Load a format without code instead.',
    severity: 'error',
    confidence: 'certain',
    subject: 'pickle.load',
    location: at(3, 4, 15),
    path: [],
    fixes: [],
    excerpt: 'pickle.load(file)',
    fingerprint: 'abc:1',
    inOutput: false,
    ...parts,
  };
}

export function fileResult(parts: Partial<FileResult> = {}): FileResult {
  return {
    path: 'src/train.py',
    size: 120,
    analyzed: true,
    findings: [finding()],
    suppressed: [],
    problems: [],
    stages: [],
    ...parts,
  };
}

/** A report of one error in one file, changed where a test says so. */
export function sampleReport(parts: Partial<ScanReport> = {}): ScanReport {
  return {
    toolVersion: '0.1.0',
    catalog: builtInCatalog(),
    rules: RULES,
    base: '/project',
    results: [fileResult()],
    problems: [],
    configurationProblems: [],
    totals: {
      files: 12,
      analyzed: 3,
      bytes: 4096,
      skipped: { ignored: 0, folders: 0, links: 0 },
      known: 0,
      cancelled: false,
    },
    ...parts,
  };
}
