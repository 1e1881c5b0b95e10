import type { Assignment, Call, StringExpression } from '../../expression';
import type { FunctionDefinition, ImportedNames, SourceModel } from '../../model';
import type { TextRange } from '../../range';
import type { Anchor, DocumentQuestion, PlainAnswer, Section, TrackedSection, TrackedSections } from '../../section'; // prettier-ignore
import { assignmentsAt } from '../assignments';
import { functionDefinition } from '../definitions';
import type { Facts } from '../facts/facts';
import { Resolution } from '../resolve/resolution';
import type { SyntaxTree } from '../syntax/syntax-tree';
import { HeldSections, type Change } from './held-sections';
import { KeptSites } from './kept-sites';
import { LOOKUPS } from './lookups';
import { matchSections, newSections, type SectionList } from './match-sections';
import { nodesWithin } from './nodes-within';
import { changedOffers, firstStatement, noteOffers, sectionAt } from './offers';
import { sameAnswer } from './same-answer';
import type { FunctionKey, KeptSite, SectionRecord } from './section-record';
import { noteChangedFunctions, resolveCalls } from './section-sites';
import { Tracking } from './tracking';

/** What a version leaves to the next one. */
export interface SectionHistory {
  /** Who looked at it. */
  readonly by: object;
  readonly records: readonly SectionRecord[];
  readonly tree: SyntaxTree;
  readonly first: SectionRecord | undefined;
  readonly answers: ReadonlyMap<string, AskedQuestion>;
}

interface AskedQuestion {
  readonly question: DocumentQuestion;
  readonly answer: PlainAnswer;
}

/** After more rounds than this everything hangs together. */
const MAX_ROUNDS = 6;
const NONE: Change = { names: new Set(), functions: new Set(), questions: new Set() };

/**
 * The sections of one version of a file, and which of them need not be looked at again.
 *
 * A section holds while it is the same, every section that can be reached from it through `uses` is, and for all of these: no
 * section that came or went offers a name that was looked up; the calls of each function whose calls were asked for are the
 * same; each question about the whole document has the same answer. Sections that are tied are looked at together.
 */
export class PythonSections implements TrackedSections {
  readonly resolution: Resolution;
  readonly sections: readonly PythonSection[];
  readonly tracking: Tracking;
  private readonly list: SectionList;
  private readonly held: HeldSections;
  private readonly answers = new Map<string, AskedQuestion>();
  private round = 0;
  private isDone = false;

  constructor(
    private readonly facts: Facts,
    private readonly model: SourceModel,
    private readonly by: object,
    private earlier: SectionHistory | undefined,
    imported?: ImportedNames,
  ) {
    const { tree } = facts;
    if (earlier?.by !== by) this.earlier = undefined;
    this.list = this.earlier
      ? matchSections(this.earlier.records, this.earlier.tree, tree)
      : newSections(tree);
    const { records, added } = this.list;
    const numberOf = new Int32Array(tree.count).fill(-1);
    for (const { number, first, after } of records) numberOf.fill(number, first, after);
    this.tracking = new Tracking(records, numberOf);
    // A name that the module itself declares to be global is bound in another way from there on.
    if (facts.module.redirected.size > 0) this.tracking.isSound = false;
    this.resolution = new Resolution(facts, this.tracking, new KeptSites(records, this.tracking), imported);
    noteOffers(facts, this.resolution.source, this.list);
    this.held = new HeldSections(records, added);
    this.sections = records.map((record) => new PythonSection(record, this));
  }

  /** Finds out what holds; the model must be ready for questions. */
  begin(): void {
    const { list, earlier } = this;
    const names = changedOffers(list);
    const first = firstStatement(list.records, this.facts.tree);
    if (earlier && earlier.first !== first) names.add(LOOKUPS.firstStatement);
    const functions = this.take({ ...NONE, names });
    for (const { sites } of list.removed) for (const { of } of sites) functions.add(of);
    if (functions.size > 0) this.take({ ...NONE, functions });
    for (;;) {
      const questions = this.changedQuestions();
      if (questions.size === 0) break;
      this.take({ ...NONE, questions });
      if (this.round > MAX_ROUNDS) {
        this.tracking.isSound = false;
        break;
      }
    }
    this.earlier = undefined;
  }

  holds(record: SectionRecord): boolean {
    return this.held.holds(record);
  }

  callsIn(record: SectionRecord): readonly Call[] {
    const { source } = this.resolution;
    return nodesWithin(this.facts.calls, record)
      .map((node) => source.at(node))
      .filter((expression) => expression.kind === 'call');
  }

  stringsIn(record: SectionRecord): readonly StringExpression[] {
    const { source } = this.resolution;
    return nodesWithin(this.facts.strings, record)
      .map((node) => source.at(node))
      .filter((expression) => expression.kind === 'string');
  }

  assignmentsIn(record: SectionRecord): readonly Assignment[] {
    const { source } = this.resolution;
    return nodesWithin(this.facts.assignments, record).flatMap((node) => assignmentsAt(source, node));
  }

  functionsIn({ first, after }: SectionRecord): readonly FunctionDefinition[] {
    return this.facts.functions
      .filter(({ node }) => node >= first && node < after)
      .map((record) => functionDefinition(this.resolution, record));
  }

  /** Calls of methods of a variable, by its name. */
  methodCalls(variable: string): readonly Call[] {
    this.tracking.name(LOOKUPS.methodCalls(variable));
    return this.list.records.flatMap(({ methodCalls, first }) =>
      (methodCalls.get(variable) ?? [])
        .map((node) => this.resolution.source.at(first + node))
        .filter((expression) => expression.kind === 'call'),
    );
  }

  ask<T extends PlainAnswer>(question: DocumentQuestion<T>): T {
    const { id } = question;
    this.tracking.asksDocument(id);
    let known = this.answers.get(id);
    if (!known) {
      const answer = this.tracking.onBehalfOf(undefined, () => question.ask(this.model));
      this.answers.set(id, (known = { question, answer }));
    }
    // The id tells which question it is, and so the type of its answer.
    return known.answer as T;
  }

  gather<T>(work: (section: Section, model: SourceModel) => T): readonly T[] {
    // Only a question about the whole document notes what it rests on.
    this.tracking.readsAnything();
    return this.sections.map((section) => {
      const { gathered } = section.key;
      if (gathered.has(work)) return gathered.get(work) as T;
      if (section.isKept) this.settle(section.key);
      const found = this.tracking.gathering(section.key, () => work(section, this.model));
      gathered.set(work, found);
      return found;
    });
  }

  lookAt(section: TrackedSection, work: () => void): void {
    if (section instanceof PythonSection) this.tracking.onBehalfOf(section.key, work);
  }

  anchor({ start, end }: TextRange, neededBy: TrackedSection): readonly [Anchor, Anchor] | undefined {
    const key = sectionAt(this.list.records, start);
    if (!key || end > key.end || !(neededBy instanceof PythonSection)) return undefined;
    if (key !== neededBy.key) neededBy.key.uses.add(key);
    return [
      { key, offset: start - key.start },
      { key, offset: end - key.start },
    ];
  }

  placeOf({ key, offset }: Anchor): number {
    return (key as SectionRecord).start + offset;
  }

  forgo(section: TrackedSection): void {
    if (section instanceof PythonSection) section.key.isOpen = true;
  }

  finish(isUsable: boolean): boolean {
    this.isDone = isUsable && this.tracking.isSound;
    return this.isDone || !this.sections.some((section) => section.isKept);
  }

  /** What the next version needs. It is given once: the next version changes it. */
  leave(): SectionHistory | undefined {
    if (!this.isDone) return undefined;
    this.isDone = false;
    const { by, answers, facts } = this;
    const { records } = this.list;
    return { by, records, tree: facts.tree, first: firstStatement(records, facts.tree), answers };
  }

  /** Takes a change in and begins to look at the sections that do not hold. Gives the functions whose calls have changed. */
  private take(change: Change): Set<FunctionKey> {
    const fresh = this.held.take(change);
    const functions = new Set<FunctionKey>();
    this.round++;
    for (const record of fresh) this.tracking.startLooking(record, this.round);
    for (const record of fresh) {
      const before: readonly KeptSite[] = record.sites;
      record.sites = this.settle(record);
      noteChangedFunctions(before, record.sites, functions);
    }
    // Which functions a call runs does not depend on who calls what.
    if (this.round > 1 && functions.size > 0) this.tracking.isSound = false;
    if (fresh.length > 0) this.answers.clear();
    return functions;
  }

  private settle(record: SectionRecord): readonly KeptSite[] {
    return this.tracking.onBehalfOf(record, () => resolveCalls(record, this.resolution, this.tracking));
  }

  /** The questions that sections which hold have asked, and that have another answer now. */
  private changedQuestions(): Set<string> {
    const changed = new Set<string>();
    const ids = new Set<string>();
    for (const { isKept, key } of this.sections) if (isKept) for (const id of key.questions) ids.add(id);
    for (const id of ids) {
      const before = this.earlier?.answers.get(id);
      if (!before || !sameAnswer(before.answer, this.ask(before.question))) changed.add(id);
    }
    return changed;
  }
}

/** One section as it is in one version. */
class PythonSection implements TrackedSection {
  constructor(
    readonly key: SectionRecord,
    private readonly all: PythonSections,
  ) {}

  get isKept(): boolean {
    return this.all.holds(this.key);
  }

  get calls(): readonly Call[] {
    return this.all.callsIn(this.key);
  }

  get strings(): readonly StringExpression[] {
    return this.all.stringsIn(this.key);
  }

  get assignments(): readonly Assignment[] {
    return this.all.assignmentsIn(this.key);
  }

  get functions(): readonly FunctionDefinition[] {
    return this.all.functionsIn(this.key);
  }
}
