import type { SourceModel } from '../../source/model';
import type { TextRange } from '../../source/range';
import type { DocumentAnalysis } from '../document-analysis';
import type { Finding } from '../finding';
import { readSuppressions, type Suppression } from './suppression';

/** What a comment did not do, for the rule that reports it. */
export interface IdleSuppression {
  readonly range: TextRange;
  readonly why: 'malformed' | 'unknown-rule' | 'hides-nothing';
  readonly ruleId: string;
  /** Whether the comment names this rule alone. */
  readonly onlyRule: boolean;
}

/**
 * Splits findings into shown and hidden, and tells which comments hide nothing.
 *
 * @param resolve gives the id a rule has today for an id or alias, or undefined when no rule has that name
 * @param isActive whether findings of a rule could exist: a comment for a rule that is off is not idle
 */
export function applySuppressions(
  findings: readonly Finding[],
  model: SourceModel,
  resolve: (id: string) => string | undefined,
  isActive: (id: string) => boolean,
): {
  readonly shown: readonly Finding[];
  readonly hidden: DocumentAnalysis['suppressed'];
  readonly idle: readonly IdleSuppression[];
} {
  const { suppressions, malformed } = readSuppressions(model);
  const idle: IdleSuppression[] = malformed.map(({ comment }) => ({
    range: comment,
    why: 'malformed',
    ruleId: '',
    onlyRule: true,
  }));
  if (suppressions.length === 0) return { shown: findings, hidden: [], idle };

  const used = new Set<string>();
  const shown: Finding[] = [];
  const hidden: { finding: Finding; reason: string }[] = [];
  for (const finding of findings) {
    const by = suppressions.find((suppression) => hides(suppression, finding, resolve));
    if (by) {
      used.add(key(by, finding.ruleId));
      hidden.push({ finding, reason: by.reason });
    } else {
      shown.push(finding);
    }
  }
  for (const suppression of suppressions) {
    const onlyRule = suppression.ruleIds.length === 1;
    for (const written of suppression.ruleIds) {
      const ruleId = resolve(written);
      const range = suppression.comment;
      if (ruleId === undefined) idle.push({ range, why: 'unknown-rule', ruleId: written, onlyRule });
      else if (isActive(ruleId) && !used.has(key(suppression, ruleId)))
        idle.push({ range, why: 'hides-nothing', ruleId, onlyRule });
    }
  }
  return { shown, hidden, idle };
}

function hides(
  suppression: Suppression,
  finding: Finding,
  resolve: (id: string) => string | undefined,
): boolean {
  const { applies } = suppression;
  const touches = finding.range.start <= applies.end && applies.start <= finding.range.end;
  return touches && suppression.ruleIds.some((id) => resolve(id) === finding.ruleId);
}

function key(suppression: Suppression, ruleId: string): string {
  return `${suppression.comment.start}:${ruleId}`;
}
