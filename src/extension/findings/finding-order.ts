import type { WireFinding } from '../../protocol/finding';
import { SEVERITIES, type Severity } from '../../analysis/severity';

/** 0 for the worst severity. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Worst severity of some findings; undefined when there are none. */
export function worstSeverity(findings: readonly WireFinding[]): Severity | undefined {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
}

/** Order of reading: file, cell, line, column. */
export function byLocation(a: WireFinding, b: WireFinding): number {
  return (
    compareText(a.uri, b.uri) ||
    (a.cell ?? 0) - (b.cell ?? 0) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    compareText(a.ruleId, b.ruleId)
  );
}

/** Order of urgency: worst first, then as read. */
export function byUrgency(a: WireFinding, b: WireFinding): number {
  return severityRank(a.severity) - severityRank(b.severity) || byLocation(a, b);
}

/** Plain code-unit order: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
