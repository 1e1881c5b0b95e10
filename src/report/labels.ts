import type { CoreCatalog } from '../catalog/core';
import type { Rule } from '../analysis/rule';
import type { FileResult, LocatedFinding, SourceLocation } from '../workspace/file-analysis/file-result';
import type { Severity } from '../analysis/severity';

/** The title of a lifecycle stage; the id itself for one the catalog does not hold. */
export function stageTitle(catalog: Pick<CoreCatalog, 'stages'>, id: string): string {
  return catalog.stages.get(id)?.title ?? id;
}

/** A risk as people write it: `LLM04:2026 Data and model poisoning`. */
export function riskTitle(catalog: Pick<CoreCatalog, 'risks'>, id: string): string {
  const risk = catalog.risks.get(id);
  return risk ? `${risk.label} ${risk.title}` : id;
}

/**
 * `file:line:column`, or `file cell N:line:column` in a notebook; counted from 1. In a model file `file@0x1f` or `file:member@0x1f`, from
 * 0 and in the way of a hex editor.
 */
export function placeOf(path: string, { cell, start, inModel }: SourceLocation): string {
  if (inModel) {
    const member = inModel.member === '' ? '' : `:${inModel.member}`;
    return `${path}${member}@0x${inModel.offset.toString(16)}`;
  }
  const place = `${start.line + 1}:${start.character + 1}`;
  return cell === undefined ? `${path}:${place}` : `${path}:cell ${cell + 1}:${place}`;
}

/** The message for readers that show no place in a model file. */
export function messageWithMember({
  message,
  location,
}: Pick<LocatedFinding, 'message' | 'location'>): string {
  const member = location.inModel?.member ?? '';
  return member === '' ? message : `In \`${member.replaceAll('`', "'")}\`: ${message}`;
}

/** Every finding with its file, in the order of the report. */
export function allFindings(
  results: readonly FileResult[],
): readonly { readonly file: FileResult; readonly finding: LocatedFinding }[] {
  return results.flatMap((file) => file.findings.map((finding) => ({ file, finding })));
}

export function countBySeverity(findings: readonly LocatedFinding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** The stage where a finding hurts first. */
export function firstStage(rule: Rule | undefined): string {
  return rule?.stages[0] ?? '';
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

export function ruleIndex(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}
