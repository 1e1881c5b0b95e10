import type { AnswerMark, Tracking } from '../sections/tracking';
import { MAX_DEPTH, MAX_STEPS } from './limits';

/** How far one question may lead: shared by everything that takes part in answering it. */
export class Budget {
  depth = 0;
  steps = 0;
  /** Answers cut short by a circle or a limit so far; what rests on one is not kept. */
  cuts = 0;

  constructor(readonly tracking?: Tracking) {}
}

/** Stands for an answer that is being worked out. */
const OPEN = Symbol('open');

/** Answers to one kind of question about things: each worked out once; circles and endless chains give `cut`. */
export class Answers<K, V> {
  private readonly known = new Map<K, V | typeof OPEN>();
  private readonly marks = new Map<K, AnswerMark>();

  /** @param nodeOf the node that a question is about. */
  constructor(
    private readonly budget: Budget,
    private readonly cut: V,
    private readonly nodeOf: (key: K) => number,
    private readonly work: (key: K) => V,
  ) {}

  of(key: K): V {
    const known = this.known.get(key);
    const { budget } = this;
    const { tracking } = budget;
    if (known !== undefined && known !== OPEN) {
      if (tracking) tracking.reuse(this.marks.get(key));
      return known;
    }
    if (budget.depth === 0) budget.steps = 0;
    if (known === OPEN || budget.depth >= MAX_DEPTH || ++budget.steps > MAX_STEPS) {
      budget.cuts++;
      tracking?.cut(known !== OPEN);
      return this.cut;
    }
    const cutsBefore = budget.cuts;
    this.known.set(key, OPEN);
    budget.depth++;
    const noted = tracking?.begin(this.nodeOf(key));
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
      if (tracking && noted) {
        const mark = tracking.end(noted);
        if (isKept) this.marks.set(key, mark);
      }
    }
  }
}
