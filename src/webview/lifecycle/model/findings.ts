import type { Severity } from '../../../analysis/severity';
import type { WireFinding } from '../../../protocol/finding';
import type { PanelSnapshot } from '../../../protocol/panel';

type FindingsByStage = PanelSnapshot['findings'];

export const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

/** How many findings, and how bad. `atLeast`: there are more than were sent. */
export interface FindingCount {
  readonly total: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly worst: Severity | undefined;
  readonly atLeast: boolean;
}

/** Counts the findings of one stage. */
export function countOfStage(findings: FindingsByStage, stage: string): FindingCount {
  const entry = findings[stage];
  return count(entry?.shown ?? [], entry?.total ?? 0);
}

/** Counts the findings of the whole workspace, each once, also those that were not sent. */
export function countOfWorkspace({ totals }: PanelSnapshot): FindingCount {
  return {
    total: WORST_FIRST.reduce((sum, severity) => sum + totals[severity], 0),
    bySeverity: totals,
    worst: WORST_FIRST.find((severity) => totals[severity] > 0),
    atLeast: false,
  };
}

/** The findings sent that pass `test`, each once, worst first. */
export function findingsWhere(
  findings: FindingsByStage,
  test: (finding: WireFinding) => boolean,
): WireFinding[] {
  const unique = new Map<string, WireFinding>();
  for (const entry of Object.values(findings)) {
    for (const finding of entry.shown) if (test(finding)) unique.set(finding.id, finding);
  }
  return worstFirst([...unique.values()]);
}

export function worstFirst(findings: readonly WireFinding[]): WireFinding[] {
  return [...findings].sort((a, b) => WORST_FIRST.indexOf(a.severity) - WORST_FIRST.indexOf(b.severity));
}

function count(shown: readonly WireFinding[], total: number): FindingCount {
  const bySeverity = { error: 0, warning: 0, info: 0 };
  for (const finding of shown) bySeverity[finding.severity] += 1;
  const worst = WORST_FIRST.find((severity) => bySeverity[severity] > 0);
  return {
    total,
    bySeverity,
    worst: worst ?? (total > 0 ? 'info' : undefined),
    atLeast: total > shown.length,
  };
}
