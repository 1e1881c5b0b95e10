/** How much an inspection may cost. What runs out is told in the report. */
export interface Limits {
  /** Containers within containers. */
  readonly depth: number;
  /** Members of all archives. */
  readonly members: number;
  /** Bytes read of all sources. */
  readonly bytes: number;
  /** Bytes that compressed members may grow to. */
  readonly inflated: number;
  /** How many times its size a compressed member may grow to. */
  readonly ratio: number;
  /** Bytes up to which any growth is fine: a file of zeros is no bomb. */
  readonly growth: number;
  /** Opcodes of all pickles. */
  readonly opcodes: number;
  /** Entries of one pickle's memo. */
  readonly memo: number;
  /** Values on one pickle's stack. */
  readonly stack: number;
  /** Characters of a text that are kept; of a longer one only the place is. */
  readonly text: number;
  readonly milliseconds: number;
}

const MB = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  depth: 6,
  members: 100_000,
  bytes: 64 * 1024 * MB,
  inflated: 1024 * MB,
  ratio: 200,
  growth: 64 * MB,
  opcodes: 200_000_000,
  memo: 4_000_000,
  stack: 4_000_000,
  text: 64 * 1024,
  milliseconds: 60_000,
};

export type LimitName = keyof Limits;

/** One budget is shared by everything that is found in one file. */
export class Budget {
  readonly #used: Record<'members' | 'bytes' | 'inflated' | 'opcodes', number> = {
    members: 0,
    bytes: 0,
    inflated: 0,
    opcodes: 0,
  };
  readonly #reached = new Set<LimitName>();
  readonly #deadline: number;

  /** @param cancelled asked now and then; a cancelled inspection ends like one that ran out of time */
  constructor(
    readonly limits: Limits = DEFAULT_LIMITS,
    private readonly cancelled: () => boolean = () => false,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#deadline = now() + limits.milliseconds;
  }

  /** The limits that were reached, in the order in which that happened. */
  get reached(): readonly LimitName[] {
    return [...this.#reached];
  }

  /** Takes `amount`; false when there is not that much left. */
  take(kind: 'members' | 'bytes' | 'inflated' | 'opcodes', amount: number): boolean {
    this.#used[kind] += amount;
    if (this.#used[kind] <= this.limits[kind]) return true;
    this.tell(kind);
    return false;
  }

  /** How much of `kind` may still be taken. */
  left(kind: 'members' | 'bytes' | 'inflated' | 'opcodes'): number {
    return Math.max(0, this.limits[kind] - this.#used[kind]);
  }

  /** Whether to stop, because time is up or nobody waits any more. */
  get expired(): boolean {
    if (this.#reached.has('milliseconds')) return true;
    if (!this.cancelled() && this.now() <= this.#deadline) return false;
    this.tell('milliseconds');
    return true;
  }

  tell(limit: LimitName): void {
    this.#reached.add(limit);
  }
}
