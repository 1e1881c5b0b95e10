import { firstStage, ruleIndex } from './labels';
import type { ScanReport } from './scan-report';
import type { Severity } from '../analysis/severity';

export interface StageRow {
  readonly stage: string;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** Findings per lifecycle stage, in the order of the lifecycle; stages without findings are left out. */
export function stageSummary({ catalog, rules, results }: ScanReport): readonly StageRow[] {
  const byId = ruleIndex(rules);
  const counts = new Map<string, Record<Severity, number>>();
  for (const { findings } of results) {
    for (const { ruleId, severity } of findings) {
      const stage = firstStage(byId.get(ruleId));
      let row = counts.get(stage);
      if (!row) counts.set(stage, (row = { error: 0, warning: 0, info: 0 }));
      row[severity]++;
    }
  }
  const order = [...catalog.stages.keys()];
  return [...counts]
    .map(([stage, row]) => ({ stage, counts: row }))
    .sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage));
}
