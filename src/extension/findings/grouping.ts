import type { Severity } from '../../analysis/severity';
import { SEVERITIES } from '../../analysis/severity';
import type { WireFinding } from '../../protocol/finding';
import type { PanelCatalog } from '../../protocol/panel-catalog';
import { homeStage } from '../lifecycle/home-stage';
import { lifecyclesFrom } from '../lifecycle/lifecycle-order';
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
  /** Id of the lifecycle whose stages are shown. */
  readonly lifecycle: string;
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
 * Groups findings; each is in one group. One that touches several stages or risks is where it hurts first: at its home
 * stage, under its most telling risk.
 */
export function groupFindings(
  findings: readonly WireFinding[],
  grouping: Grouping,
  context: GroupingContext,
): readonly FindingGroup[] {
  const scheme = schemeOf(grouping, context);
  const members = new Map<string, WireFinding[]>();
  for (const finding of findings) {
    const key = scheme.key(finding) ?? '';
    const group = members.get(key);
    if (group) group.push(finding);
    else members.set(key, [finding]);
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
  readonly key: (finding: WireFinding) => string | undefined;
  readonly label: (key: string, findings: readonly WireFinding[]) => string;
  readonly compare: (a: FindingGroup, b: FindingGroup) => number;
}

function schemeOf(grouping: Grouping, { catalog, lifecycle, pathOf }: GroupingContext): GroupingScheme {
  const worstFirst = (a: FindingGroup, b: FindingGroup): number =>
    severityRank(a.worst) - severityRank(b.worst) || b.findings.length - a.findings.length;
  switch (grouping) {
    case 'stage': {
      const stages = catalog ? lifecyclesFrom(catalog, lifecycle).flatMap((entry) => entry.stages) : [];
      const order = new Map(stages.map((id, at) => [id, at]));
      return {
        key: (finding) => homeStage(finding.stages, catalog, lifecycle),
        label: (key) => stageLabel(catalog, key),
        compare: (a, b) => (order.get(a.key) ?? order.size) - (order.get(b.key) ?? order.size),
      };
    }
    case 'risk':
      return {
        key: (finding) => finding.risks[0],
        label: (key) => riskLabel(catalog, key),
        compare: worstFirst,
      };
    case 'severity':
      return {
        key: (finding) => finding.severity,
        label: (key) => SEVERITY_LABELS[SEVERITIES.find((severity) => severity === key) ?? 'info'],
        compare: worstFirst,
      };
    case 'file':
      return { key: (finding) => finding.uri, label: pathOf, compare: () => 0 };
    case 'rule':
      return {
        key: (finding) => finding.ruleId,
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
