/** A count that fits a badge: `999`, `1.2k`, `9.9k`, `12k`, `1M+`. Cut, not rounded, so that it never overstates. */
export function shortCount(total: number): string {
  if (total < 1_000) return String(total);
  if (total < 10_000) return `${(Math.floor(total / 100) / 10).toFixed(1).replace(/\.0$/, '')}k`;
  if (total < 1_000_000) return `${Math.floor(total / 1_000)}k`;
  return '1M+';
}
