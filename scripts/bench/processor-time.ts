import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the machine: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html. */
const MILLISECONDS_PER_TICK = 10;

/**
 * Milliseconds that the processors have worked for a process, all its threads together; undefined where `/proc` does not tell. Other
 * than the time on the clock it hardly depends on what else the machine does.
 */
export function processorTime(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in parentheses, may hold anything; the fields behind it begin with the third.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * MILLISECONDS_PER_TICK;
  } catch {
    return undefined;
  }
}
