import type { DocumentQuestion, PlainAnswer } from '../../section';

/** A function of the file, by the section it is in and its node there: the same in every version. */
export interface FunctionKey {
  readonly section: SectionRecord;
  /** Its node, counted from the section's first. */
  readonly node: number;
}

/** A call that runs a function of the file, as long as the call's section holds. */
export interface KeptSite {
  /** The call's node, counted from the section's first. */
  readonly node: number;
  readonly of: FunctionKey;
  readonly skip: number;
}

/** A question that was asked, with its answer. */
export interface AskedQuestion {
  readonly question: DocumentQuestion;
  readonly answer: PlainAnswer;
}

/**
 * A top-level statement as it is carried from version to version: where it is now, and what everything that was ever worked
 * out from its nodes rests on. An answer about a node of the section rests on what is noted here and, in turn, on what is noted
 * at the sections in `uses`.
 */
export class SectionRecord {
  /** Place in the list of sections. */
  number = -1;
  /** Its first node and the one behind its last. */
  first = 0;
  after = 0;
  start = 0;
  end = 0;
  /** Sections whose nodes were looked at. */
  readonly uses = new Set<SectionRecord>();
  /** Module-level names that were looked up, found or not, and other {@link lookups} by name. */
  readonly names = new Set<string>();
  /** Functions of which it was asked who calls them. */
  readonly askedCallsOf = new Set<FunctionKey>();
  /** Ids of the questions about the whole document that were asked. */
  readonly questions = new Set<string>();
  /**
   * Sections with which it shares answers that depend on the order in which they are asked (a value that is defined by
   * itself): they are looked at together or not at all.
   */
  readonly tied = new Set<SectionRecord>();
  /** Something was read that is not noted: it is looked at in every version. */
  isOpen = false;
  /** The names under which others may look for what is in here. */
  readonly offers = new Set<string>();
  sites: readonly KeptSite[] = [];
  /** Calls of methods, by the name of the variable: their nodes, counted from the first. */
  readonly methodCalls = new Map<string, number[]>();
  /** What was gathered from the section, by the function that gathers it. */
  readonly gathered = new Map<unknown, unknown>();
  private readonly functions = new Map<number, FunctionKey>();

  /** Forgets what answers about it rest on. */
  clear(): void {
    this.uses.clear();
    this.names.clear();
    this.askedCallsOf.clear();
    this.questions.clear();
    this.tied.clear();
  }

  /** The key of the function at a node; always the same object. */
  functionAt(node: number): FunctionKey {
    const offset = node - this.first;
    let key = this.functions.get(offset);
    if (!key) this.functions.set(offset, (key = { section: this, node: offset }));
    return key;
  }
}
