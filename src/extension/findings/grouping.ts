import type { Severity } from '../../analysis/severity';
import { SEVERITIES } from '../../analysis/severity';
import type { WireFinding } from '../../protocol/finding';
import type { PanelCatalog } from '../../protocol/panel-catalog';
import { orderedStages } from '../lifecycle/lifecycle-order';
import { byLocation, byUrgency, compareText, severityRank, worstSeverity } from './finding-order';

/** The ways in which the Findings view can be grouped. */
export const GROUPINGS = ['stage', 'risk', 'severity', 'file', 'rule'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface FindingGroup {
  readonly grouping: Grouping;
  /** Stage id, risk id, severity, uri or rule id. */
  readonly key: string;
  readonly label: string;
  readonly worst: Severity;
  readonly findings: readonly WireFinding[];
}

export interface GroupingContext {
  readonly catalog: PanelCatalog | undefined;
  /** Path of a file as people read it. */
  readonly pathOf: (uri: string) => string;
}

const SEVERITY_LABELS: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  info: 'Information',
};

/** Words for a severity, in the plural. */
export function severityLabel(severity: Severity): string {
  return SEVERITY_LABELS[severity];
}

/**
 * Groups findings. A finding that belongs to several stages or risks is listed under each of them, so that a group
 * holds everything that concerns it; only the total counts every finding once.
 */
export function groupFindings(
  findings: readonly WireFinding[],
  grouping: Grouping,
  context: GroupingContext,
): readonly FindingGroup[] {
  const scheme = schemeOf(grouping, context);
  const members = new Map<string, WireFinding[]>();
  for (const finding of findings) {
    for (const key of new Set(scheme.keys(finding))) {
      const group = members.get(key);
      if (group) group.push(finding);
      else members.set(key, [finding]);
    }
  }
  const groups = [...members].map(([key, list]): FindingGroup => ({
    grouping,
    key,
    label: scheme.label(key, list),
    worst: worstSeverity(list) ?? 'info',
    findings: list.sort(grouping === 'file' ? byLocation : byUrgency),
  }));
  return groups.sort((a, b) => scheme.compare(a, b) || compareText(a.label, b.label));
}

interface GroupingScheme {
  readonly keys: (finding: WireFinding) => readonly string[];
  readonly label: (key: string, findings: readonly WireFinding[]) => string;
  readonly compare: (a: FindingGroup, b: FindingGroup) => number;
}

function schemeOf(grouping: Grouping, { catalog, pathOf }: GroupingContext): GroupingScheme {
  const worstFirst = (a: FindingGroup, b: FindingGroup): number =>
    severityRank(a.worst) - severityRank(b.worst) || b.findings.length - a.findings.length;
  switch (grouping) {
    case 'stage': {
      const order = new Map((catalog ? orderedStages(catalog) : []).map((id, at) => [id, at]));
      return {
        keys: (finding) => finding.stages,
        label: (key) => stageLabel(catalog, key),
        compare: (a, b) => (order.get(a.key) ?? order.size) - (order.get(b.key) ?? order.size),
      };
    }
    case 'risk':
      return {
        keys: (finding) => finding.risks,
        label: (key) => riskLabel(catalog, key),
        compare: worstFirst,
      };
    case 'severity':
      return {
        keys: (finding) => [finding.severity],
        label: (key) => SEVERITY_LABELS[SEVERITIES.find((severity) => severity === key) ?? 'info'],
        compare: worstFirst,
      };
    case 'file':
      return { keys: (finding) => [finding.uri], label: pathOf, compare: () => 0 };
    case 'rule':
      return {
        keys: (finding) => [finding.ruleId],
        label: (key, [first]) => first?.ruleTitle ?? key,
        compare: worstFirst,
      };
  }
}

/** `3 Experimentation`; the id when the catalog does not know the stage. */
export function stageLabel(catalog: PanelCatalog | undefined, id: string): string {
  const stage = catalog?.stages.find((candidate) => candidate.id === id);
  return stage ? `${stage.number} ${stage.title}` : id;
}

/** `LLM04:2026 Supply chain`; the id when the catalog does not know the risk. */
export function riskLabel(catalog: PanelCatalog | undefined, id: string): string {
  const risk = catalog?.risks.find((candidate) => candidate.id === id);
  return risk ? `${risk.label} ${risk.title}` : id;
}
