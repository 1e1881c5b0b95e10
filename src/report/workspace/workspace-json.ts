import { SEVERITIES } from '../../analysis/severity';
import { lineageInput } from '../inventory/lineage-input';
import { countBySeverity, allFindings } from '../labels';
import { coverages } from './coverage-words';
import { findingGroups, isPolicyRule } from './finding-groups';
import { REPORT_LIMITS } from './limits';
import { notRead } from './not-read';
import { lifecycleStates } from './stage-states';
import type { WorkspaceReport } from './workspace-report';

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
export const WORKSPACE_JSON_VERSION = 1;

/**
 * A workspace for other programs. Findings are grouped by rule, with `policy` for those of a team's own policy; `inventory` and
 * `maturity` are as the commands of these names give them, lines and columns from 0 in both.
 */
export function workspaceJson(report: WorkspaceReport): string {
  const { project, madeAt, scan, inventory, assessment, guide } = report;
  const counts = countBySeverity(allFindings(scan.results).map(({ finding }) => finding));
  const { nodes, links } = lineageInput(inventory);
  const document = {
    version: WORKSPACE_JSON_VERSION,
    tool: { name: 'mlsecops-lens', version: scan.toolVersion },
    project,
    ...(madeAt === undefined ? {} : { madeAt }),
    totals: {
      ...scan.totals,
      findings: Object.fromEntries(SEVERITIES.map((name) => [name, counts[name]])),
      parts: inventory.parts.length,
    },
    lifecycles: lifecycleStates(report).map(({ lifecycle, stages }) => ({
      id: lifecycle.id,
      stages: stages.map(({ stage, findings, parts }) => ({
        id: stage.id,
        title: stage.title,
        findings,
        parts,
      })),
    })),
    findings: findingGroups(scan, (rule) => !isPolicyRule(rule)),
    policy: findingGroups(scan, isPolicyRule),
    inventory,
    lineage: {
      nodes: nodes.map(({ id, place, kind, name, note }) => ({ id, place, kind: kind[0], name, note })),
      links,
    },
    maturity: assessment,
    coverage: coverages(assessment, guide),
    notRead: notRead(scan),
    limits: REPORT_LIMITS,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
