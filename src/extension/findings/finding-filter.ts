import type { WireFinding } from '../../protocol/finding';
import { riskLabel, stageLabel, type GroupingContext } from './grouping';

/**
 * Keeps the findings in whose texts every word of the filter occurs: subject, message, rule, path, severity, stages and risks.
 * An empty filter keeps all.
 */
export function filterFindings(
  findings: readonly WireFinding[],
  filter: string,
  context: GroupingContext,
): readonly WireFinding[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return findings;
  return findings.filter((finding) => {
    const text = searchText(finding, context);
    return words.every((word) => text.includes(word));
  });
}

function searchText(finding: WireFinding, { catalog, pathOf }: GroupingContext): string {
  return [
    finding.subject,
    finding.message,
    finding.ruleId,
    finding.ruleTitle,
    finding.severity,
    pathOf(finding.uri),
    ...finding.stages.map((id) => `${id} ${stageLabel(catalog, id)}`),
    ...finding.risks.map((id) => `${id} ${riskLabel(catalog, id)}`),
  ]
    .join('\n')
    .toLowerCase();
}
