import { markdownTable } from './markdown-table';
import type { TypingTimes } from './typing-session';

/** Key presses of several programs side by side, with the budget of the design. */
export function typingTable(sessions: readonly TypingTimes[]): string {
  const rows = sessions.map(({ program, findings, milliseconds, processorMilliseconds }) => {
    const sorted = [...milliseconds].sort((a, b) => a - b);
    const at = (share: number): string =>
      `${(sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1)} ms`;
    const processor =
      processorMilliseconds === undefined
        ? ''
        : `${(processorMilliseconds / milliseconds.length).toFixed(1)} ms`;
    return [program, String(findings), at(0.5), at(0.95), at(1), processor];
  });
  return markdownTable(
    ['program', 'findings', 'median', '95th percentile', 'slowest', 'processor time, mean'],
    [...rows, ['budget', '', '5 ms', '20 ms', '', '']],
  );
}
