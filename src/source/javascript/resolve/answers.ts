/** How deep one question may lead to others, and to how many. */
const MAX_DEPTH = 100;
const MAX_STEPS = 4_000;

/** How far one question has led: shared by everything that takes part in answering it. */
export class Budget {
  depth = 0;
  steps = 0;
  /** Answers cut short by a circle or a limit so far; what rests on one is not kept. */
  cuts = 0;
}

const OPEN = Symbol('open');

/** Answers to one kind of question about things: each worked out once; circles and endless chains give `cut`. */
export class Answers<K, V> {
  private readonly known = new Map<K, V | typeof OPEN>();

  constructor(
    private readonly budget: Budget,
    private readonly cut: V,
    private readonly work: (key: K) => V,
  ) {}

  of(key: K): V {
    const known = this.known.get(key);
    if (known !== undefined && known !== OPEN) return known;
    const { budget } = this;
    if (budget.depth === 0) budget.steps = 0;
    if (known === OPEN || budget.depth >= MAX_DEPTH || ++budget.steps > MAX_STEPS) {
      budget.cuts++;
      return this.cut;
    }
    const cutsBefore = budget.cuts;
    this.known.set(key, OPEN);
    budget.depth++;
    let isKept = false;
    try {
      const answer = this.work(key);
      // The question that was asked first has its answer, cut or not.
      isKept = budget.cuts === cutsBefore || budget.depth === 1;
      if (isKept) this.known.set(key, answer);
      return answer;
    } finally {
      budget.depth--;
      if (!isKept) this.known.delete(key);
    }
  }
}
