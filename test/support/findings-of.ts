import type { Finding } from '../../src/analysis/finding';
import { applyEdits } from '../../src/source/text-edit';
import { analyzePython, type AnalyzeOptions } from './analyze';

/** The findings of one rule in a piece of Python. */
export function findingsOf(ruleId: string, code: string, options: AnalyzeOptions = {}): readonly Finding[] {
  return analyzePython(code, options).findings.filter((finding) => finding.ruleId === ruleId);
}

/** The only finding of one rule; fails when there is none or more than one. */
export function onlyFinding(ruleId: string, code: string, options: AnalyzeOptions = {}): Finding {
  const findings = findingsOf(ruleId, code, options);
  const [finding] = findings;
  if (!finding || findings.length !== 1)
    throw new Error(`${ruleId}: ${findings.length} findings instead of one`);
  return finding;
}

/** The code after the first fix of the only finding; undefined when it offers none. */
export function fixed(ruleId: string, code: string, options: AnalyzeOptions = {}): string | undefined {
  const fix = onlyFinding(ruleId, code, options).fixes[0];
  return fix && applyEdits(code, fix.edits);
}
