import type { Severity } from '../../../analysis/severity';
import type { FindingCount } from './findings';

/** A count that fits a badge: `999`, `1.2k`, `9.9k`, `12k`, `1M+`. Cut, not rounded, so that it never overstates. */
export function shortCount(total: number): string {
  if (total < 1_000) return String(total);
  if (total < 10_000) return `${(Math.floor(total / 100) / 10).toFixed(1).replace(/\.0$/, '')}k`;
  if (total < 1_000_000) return `${Math.floor(total / 1_000)}k`;
  return '1M+';
}

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
