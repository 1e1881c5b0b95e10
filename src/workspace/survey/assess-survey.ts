import { assess, type AssessRequest } from '../../supplychain/maturity/assess';
import type { Assessment } from '../../supplychain/maturity/assessment';
import type { FoundRisk } from '../../supplychain/maturity/contradictions';
import type { ScanSummary } from '../scan';
import type { Survey } from './survey';

/** How far a surveyed workspace has come. */
export function assessSurvey(
  { observations, inventory, summary }: Survey,
  request: Pick<AssessRequest, 'attestations' | 'guide' | 'today'>,
): Assessment {
  return assess({ ...request, observations, inventory, findings: foundRisks(summary) });
}

/** The findings of a scan as an assessment takes them. */
export function foundRisks({ results }: Pick<ScanSummary, 'results'>): readonly FoundRisk[] {
  return results.flatMap(({ path, findings }) =>
    findings.map(({ ruleId, severity, message, location }) => ({
      ruleId,
      severity,
      message,
      path,
      location,
    })),
  );
}
