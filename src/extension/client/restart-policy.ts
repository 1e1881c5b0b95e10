/** More ends than this within the time below mean that starting again does not help. */
const MAX_RESTARTS = 3;
const PERIOD_MS = 180_000;

/** Decides whether a server that ended by itself is started again. */
export class RestartPolicy {
  private ends: number[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  /** Notes one end of the server and says whether to start it again. */
  allowsRestart(): boolean {
    const now = this.now();
    this.ends = [...this.ends.filter((time) => now - time < PERIOD_MS), now];
    return this.ends.length <= MAX_RESTARTS;
  }

  /** Forgets the past: the user asked for a new start. */
  reset(): void {
    this.ends = [];
  }
}
