import type { ScanProgress } from '../workspace/scan';
import type { Terminal } from './environment';

const INTERVAL = 100;
const CLEAR_LINE = '\r\u001b[2K';

/** A counter on one line of a terminal, gone when the work is done. Writes nothing where there is no terminal. */
export class Progress {
  private last = 0;
  private shown = false;

  constructor(private readonly terminal: Terminal) {}

  show({ filesDone, filesTotal }: ScanProgress): void {
    this.showLine(`Scanning ${filesDone} of ${filesTotal} files`);
  }

  /** Says what is being done, not more often than anybody can read. */
  showLine(line: string): void {
    const now = Date.now();
    if (!this.terminal.isTerminal || now - this.last < INTERVAL) return;
    this.last = now;
    this.shown = true;
    this.terminal.stream.write(CLEAR_LINE + line);
  }

  clear(): void {
    if (this.shown) this.terminal.stream.write(CLEAR_LINE);
    this.shown = false;
  }
}
