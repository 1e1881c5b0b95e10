import type { Severity } from '../../../analysis/severity';
import type { FindingCount } from './findings';

/** `1 finding`, `4 findings`, `no findings`. */
export function spokenFindings(total: number): string {
  if (total === 0) return 'no findings';
  return `${total.toLocaleString('en')} ${total === 1 ? 'finding' : 'findings'}`;
}

const SEVERITY_WORDS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
};

/** `2 errors`, `1 warning`; `at least 3 errors` when not all findings were sent. */
export function spokenSeverity(count: FindingCount, severity: Severity): string {
  const number = count.bySeverity[severity];
  const [one, many] = SEVERITY_WORDS[severity];
  return `${count.atLeast ? 'at least ' : ''}${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
