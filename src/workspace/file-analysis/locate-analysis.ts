import type { DocumentAnalysis } from '../../analysis/document-analysis';
import type { Finding, FindingStep } from '../../analysis/finding';
import type { Excerpts } from './excerpts';
import type { FileResult, LocatedFinding, LocatedStep } from './file-result';
import { Fingerprints } from './fingerprint';
import type { Locator } from './locator';

/** The analysis of a file with lines and columns instead of offsets. */
export function locateAnalysis(
  analysis: DocumentAnalysis,
  locator: Locator,
  excerpts: Excerpts,
  showsSecret: (ruleId: string) => boolean,
): Pick<FileResult, 'findings' | 'suppressed' | 'problems' | 'stages'> {
  const fingerprints = new Fingerprints();
  const located = (finding: Finding): LocatedFinding => {
    const line = finding.output ? '' : locator.lineAt(finding.range.start);
    const secret = showsSecret(finding.ruleId) ? locator.textOf(finding.range) : '';
    return {
      ...locateFinding(finding, locator),
      excerpt: excerpts.of(line, secret),
      fingerprint: fingerprints.of(finding, line),
    };
  };
  return {
    findings: analysis.findings.map(located),
    suppressed: analysis.suppressed.map(({ finding, reason }) => ({ finding: located(finding), reason })),
    problems: analysis.problems.map(({ kind, message, range }) => ({
      kind,
      message,
      location: locator.locate(range),
    })),
    stages: analysis.stages,
  };
}

function locateFinding(
  { ruleId, message, severity, confidence, subject, range, path, fixes, output }: Finding,
  locator: Locator,
): Omit<LocatedFinding, 'excerpt' | 'fingerprint'> {
  return {
    ruleId,
    message,
    severity,
    confidence,
    subject,
    // An output has no place in the source: its cell stands for it.
    location: output ? locator.locateCell(output.cell) : locator.locate(range),
    path: path.map((step) => locateStep(step, locator)),
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map((edit) => ({ location: locator.locate(edit.range), newText: edit.newText })),
    })),
    inOutput: output !== undefined,
  };
}

function locateStep({ range, label, elsewhere }: FindingStep, locator: Locator): LocatedStep {
  if (!elsewhere) return { location: locator.locate(range), label };
  const { path, start, end } = elsewhere;
  return { location: { start, end }, label, file: path };
}
