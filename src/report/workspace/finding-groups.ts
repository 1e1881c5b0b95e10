import { SEVERITIES, type Severity } from '../../analysis/severity';
import { withoutControlCharacters } from '../control-characters';
import { allFindings, firstStage, placeOf, riskTitle, ruleIndex, stageTitle } from '../labels';
import { firstSentence, plainText } from '../plain-text';
import type { ScanReport } from '../scan-report';

/** The findings of one rule with one severity. Texts are plain, `code` in backticks. */
export interface FindingGroup {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  /** Title of the stage where it hurts first. */
  readonly stage: string;
  readonly risks: readonly string[];
  readonly toDo: string;
  /** In the order of path and line. */
  readonly findings: readonly { readonly place: string; readonly message: string }[];
}

/** What a team's own policy forbids is told apart from what is risky anywhere. */
export function isPolicyRule(ruleId: string): boolean {
  return ruleId.startsWith('policy-');
}

/** The findings of a scan by rule: the worst first, then the most frequent. */
export function findingGroups(scan: ScanReport, wanted: (ruleId: string) => boolean): FindingGroup[] {
  const rules = ruleIndex(scan.rules);
  const groups = new Map<
    string,
    FindingGroup & { readonly findings: { place: string; message: string }[] }
  >();
  for (const { file, finding } of allFindings(scan.results)) {
    const { ruleId, severity, message, location } = finding;
    if (!wanted(ruleId)) continue;
    const rule = rules.get(ruleId);
    const key = `${severity} ${ruleId}`;
    const group = groups.get(key) ?? {
      rule: ruleId,
      title: rule ? plainText(rule.title) : ruleId,
      severity,
      stage: stageTitle(scan.catalog, firstStage(rule)),
      risks: rule?.risks.map((id) => riskTitle(scan.catalog, id)) ?? [],
      toDo: rule ? firstSentence(plainText(rule.fix)) : '',
      findings: [],
    };
    groups.set(key, group);
    const place = withoutControlCharacters(placeOf(file.path, location));
    group.findings.push({ place, message: withoutControlCharacters(message) });
  }
  return [...groups.values()].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      b.findings.length - a.findings.length ||
      (a.rule < b.rule ? -1 : 1),
  );
}
