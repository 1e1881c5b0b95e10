import type { Severity } from '../../analysis/severity';
import { homeStages } from '../../catalog/home-stages';
import type { Lifecycle, Stage } from '../../catalog/schema/lifecycle';
import { allFindings, ruleIndex } from '../labels';
import type { WorkspaceReport } from './workspace-report';

/** A stage and what this workspace has there. */
export interface StageState {
  readonly stage: Stage;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Parts of the supply chain that files of the stage use. */
  readonly parts: number;
}

/** A lifecycle, stage by stage. */
export interface LifecycleState {
  readonly lifecycle: Lifecycle;
  readonly stages: readonly StageState[];
}

/**
 * The lifecycles of the guide with the workspace's findings and parts, each counted once a lifecycle. A lifecycle in which there is
 * nothing of the workspace is left out, unless that is so of all.
 */
export function lifecycleStates({
  scan,
  inventory,
  guide,
}: Pick<WorkspaceReport, 'scan' | 'inventory' | 'guide'>): readonly LifecycleState[] {
  const lifecycles = [...guide.lifecycles.values()];
  const rules = ruleIndex(scan.rules);
  const findings = new Map<string, Record<Severity, number>>();
  for (const { finding } of allFindings(scan.results)) {
    for (const stage of homeStages(rules.get(finding.ruleId)?.stages ?? [], lifecycles)) {
      const counts = findings.get(stage) ?? { error: 0, warning: 0, info: 0 };
      counts[finding.severity]++;
      findings.set(stage, counts);
    }
  }
  const parts = new Map<string, number>();
  for (const part of inventory.parts) {
    for (const stage of homeStages(part.stages, lifecycles)) parts.set(stage, (parts.get(stage) ?? 0) + 1);
  }
  const states = lifecycles.map((lifecycle) => ({
    lifecycle,
    stages: lifecycle.stages
      .flatMap((id) => guide.stages.get(id) ?? [])
      .map((stage) => ({
        stage,
        findings: findings.get(stage.id) ?? { error: 0, warning: 0, info: 0 },
        parts: parts.get(stage.id) ?? 0,
      })),
  }));
  const touched = states.filter(({ stages }) => stages.some((one) => one.parts + totalOf(one) > 0));
  return touched.length > 0 ? touched : states.slice(0, 1);
}

/** All findings of a stage. */
export function totalOf({ findings }: StageState): number {
  return findings.error + findings.warning + findings.info;
}
