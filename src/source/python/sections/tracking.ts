import { MAX_DEPTH, MAX_STEPS } from '../resolve/limits';
import type { SectionRecord } from './section-record';

/** What an answer that is kept was worth: noted once more for everybody who is given it. */
export interface AnswerMark {
  readonly section: SectionRecord | undefined;
  /** How many questions deep it leads, and how many it takes, when no answer is known yet. */
  height: number;
  cost: number;
  /** Whether it rests on a circle: then it may be another when questions are asked in another order. */
  isCircular: boolean;
}

interface OpenAnswer extends AnswerMark {
  readonly asker: SectionRecord | undefined;
  readonly outer: OpenAnswer | undefined;
}

/**
 * Notes, while questions about a file are answered, what the answers rest on.
 *
 * - An answer belongs to the section of the node it is about. While it is worked out, everything that is looked at is noted
 *   at that section; whoever asks for it notes the section. So an answer rests on what is noted at its section and at all
 *   those that can be reached from there.
 * - What lies outside a section is reached by a name, by asking who calls a function, or by a question about the whole document:
 *   those are noted too.
 * - Some answers may depend on what was asked before: those that rest on a circle, and those cut short by a limit. Sections
 *   that share the first are tied together. After the second nothing is kept: {@link isSound} is false.
 */
export class Tracking {
  /** False when a look at part of the document may find something else than a look at all of it. */
  isSound = true;
  private current: SectionRecord | undefined;
  private currentNumber = -1;
  private open: OpenAnswer | undefined;
  /** Counts answers given that rest on a circle, and those left open. */
  private circles = 0;
  private cuts = 0;
  private reads = 0;
  private readonly looked = new Map<SectionRecord, number>();

  constructor(
    private readonly records: readonly SectionRecord[],
    /** The number of the section that each node is in. */
    private readonly numberOf: Int32Array,
  ) {}

  /** Does work on behalf of a section, or of the document. */
  onBehalfOf<T>(section: SectionRecord | undefined, work: () => T): T {
    const { current, open } = this;
    this.open = undefined;
    this.become(section);
    try {
      return work();
    } finally {
      this.open = open;
      this.become(current);
    }
  }

  /** Says that a section is looked at in this version. Ties are sound only between sections of the same round. */
  startLooking(section: SectionRecord, round: number): void {
    this.looked.set(section, round);
  }

  /** Does work whose result is kept with a section; what it asks must not depend on what was asked before. */
  gathering<T>(section: SectionRecord, work: () => T): T {
    const { circles, reads } = this;
    const result = this.onBehalfOf(section, work);
    if (this.circles !== circles || this.reads !== reads) this.isSound = false;
    return result;
  }

  sectionOf(node: number): SectionRecord | undefined {
    return this.records[this.numberOf[node] ?? -1];
  }

  /** A node is looked at. */
  touch(node: number): void {
    const number = this.numberOf[node] ?? -1;
    if (number !== this.currentNumber && number >= 0) this.use(this.records[number]);
  }

  /** From here on what is looked at belongs to the section of a node. Gives the section to go back to. */
  enter(node: number): SectionRecord | undefined {
    const { current } = this;
    this.touch(node);
    this.become(this.sectionOf(node));
    return current;
  }

  leave(back: SectionRecord | undefined): void {
    this.become(back);
  }

  /** A name is looked up on the level of the module, or something else that sections offer by name. */
  name(name: string): void {
    this.current?.names.add(name);
  }

  asksCallsOf(node: number): void {
    const key = this.sectionOf(node)?.functionAt(node);
    if (key) this.current?.askedCallsOf.add(key);
  }

  asksDocument(id: string): void {
    this.current?.questions.add(id);
  }

  /** Something is read that is not noted. */
  readsAnything(): void {
    this.reads++;
    if (this.current) this.current.isOpen = true;
  }

  /** A question about a node is asked whose answer may be kept. */
  begin(node: number): OpenAnswer {
    const outer = this.open;
    const asker = this.enter(node);
    if (!this.current) this.isSound = false;
    const mark = { section: this.current, height: 0, cost: 1, isCircular: false, asker, outer };
    this.open = mark;
    return mark;
  }

  end(answer: OpenAnswer): AnswerMark {
    this.open = answer.outer;
    this.become(answer.asker);
    const { section, height, cost, isCircular } = answer;
    const mark = { section, height: height + 1, cost, isCircular };
    this.count(mark);
    return mark;
  }

  /** A kept answer is given. */
  reuse(mark: AnswerMark | undefined): void {
    if (!mark) return;
    if (mark.section !== this.current) this.use(mark.section);
    this.count(mark);
  }

  /**
   * A kept answer is given that every look at its section begins with: to the section itself it is the same at any time,
   * whatever it rests on.
   */
  reuseFirst(mark: AnswerMark | undefined): void {
    if (mark && (this.open || mark.section !== this.current)) this.reuse(mark);
  }

  /** An answer is left open: it is being worked out already, or a limit is reached. */
  cut(isLimit: boolean): void {
    if (isLimit) this.isSound = false;
    this.circles++;
    this.cuts++;
    if (this.open) this.open.isCircular = true;
  }

  /** Does work that leads to answers of its own only where those do not depend on what was asked before. */
  withoutNewCircles<T>(work: () => T): T {
    const { cuts } = this;
    const result = work();
    if (this.cuts !== cuts) this.isSound = false;
    return result;
  }

  private count(mark: AnswerMark): void {
    const { open } = this;
    if (open) {
      open.height = Math.max(open.height, mark.height);
      open.cost += mark.cost;
    } else if (mark.height > MAX_DEPTH || mark.cost > MAX_STEPS) {
      // Only what was known already kept this answer within the limits.
      this.isSound = false;
    }
    if (!mark.isCircular) return;
    this.circles++;
    if (open) open.isCircular = true;
    this.tie(mark.section);
  }

  private tie(section: SectionRecord | undefined): void {
    const { current } = this;
    if (section === current) return;
    if (!section || !current) {
      this.isSound = false;
      return;
    }
    section.tied.add(current);
    current.tied.add(section);
    const round = this.looked.get(section);
    if (round === undefined || round !== this.looked.get(current)) this.isSound = false;
  }

  private use(section: SectionRecord | undefined): void {
    if (section) this.current?.uses.add(section);
  }

  private become(section: SectionRecord | undefined): void {
    this.current = section;
    this.currentNumber = section?.number ?? -1;
  }
}
