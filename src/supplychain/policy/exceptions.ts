import type { Part } from '../inventory/part';
import { fitsPattern } from './name-pattern';
import type { PolicyRuleId } from './policy-rule-ids';
import type { PolicyException } from './policy-schema';

/** What the exceptions of a policy say of one breach. */
export interface Excepted {
  /** Whether one of them is in force. */
  readonly holds: boolean;
  /** The one that would be in force, had it not run out; the latest where there are several. */
  readonly expired?: PolicyException;
}

/** @param today `2026-11-23`; an exception counts up to and on its last day */
export function exceptionFor(
  exceptions: readonly PolicyException[],
  part: Pick<Part, 'id' | 'name'>,
  rule: PolicyRuleId,
  today: string,
): Excepted {
  const fitting = exceptions.filter(
    ({ part: pattern, rules }) =>
      (rules === undefined || rules.includes(rule)) &&
      (fitsPattern(pattern, part.name) || fitsPattern(pattern, part.id)),
  );
  if (fitting.some(({ until }) => until >= today)) return { holds: true };
  const [latest] = [...fitting].sort((a, b) => (a.until > b.until ? -1 : 1));
  return { holds: false, ...(latest ? { expired: latest } : {}) };
}
