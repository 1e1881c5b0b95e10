import type { Assignment, Call, Expression, StringExpression, StringPart } from '../expression';
import type {
  ClassDefinition, Comment, FlowOptions, FunctionDefinition, Import, ImportedNames, Origin, SourceModel, SourceProblem, Value,
} from '../model'; // prettier-ignore
import { containsRange, type TextRange } from '../range';
import type { DocumentQuestion, PlainAnswer, Section, TrackedSections } from '../section';
import { classDefinition, functionDefinition } from './definitions';
import type { Facts } from './facts/facts';
import type { FunctionRecord, Scope } from './facts/scope';
import { OriginSearch } from './flow/origin-search';
import { namesOf } from './resolve/entity';
import { Resolution } from './resolve/resolution';
import { LOOKUPS } from './sections/lookups';
import { PythonSections, type SectionHistory } from './sections/python-sections';
import { SourceLists } from './source-lists';
import { StatementRanges } from './statement-ranges';

/** What is known of one Python text. Collected in one walk; everything that takes thought is worked out when asked. */
export class PythonModel implements SourceModel {
  readonly language = 'python';
  private readonly statements: StatementRanges;
  private readonly definitions = new Map<FunctionRecord, FunctionDefinition>();
  /** Answers to questions about the whole document, while it is looked at once. */
  private readonly answers = new Map<string, PlainAnswer>();
  private readonly gathered = new Map<unknown, unknown>();
  private made: Resolution | undefined;
  private madeLists: SourceLists | undefined;
  private sections: PythonSections | undefined;

  constructor(
    private readonly facts: Facts,
    private readonly wholeText: string,
    readonly problems: readonly SourceProblem[],
    private earlier?: SectionHistory,
    /** The model of the same text that the next version is made from, when that is another one. */
    private readonly first?: PythonModel,
    private readonly imported?: ImportedNames,
  ) {
    this.statements = new StatementRanges(facts.statements);
  }

  get text(): string {
    this.readsAnything();
    return this.wholeText;
  }

  get imports(): readonly Import[] {
    this.readsAnything();
    return this.facts.imports;
  }

  get calls(): readonly Call[] {
    this.readsAnything();
    return this.lists.calls;
  }

  get strings(): readonly StringExpression[] {
    this.readsAnything();
    return this.lists.strings;
  }

  get assignments(): readonly Assignment[] {
    this.readsAnything();
    return this.lists.assignments;
  }

  get comments(): readonly Comment[] {
    this.readsAnything();
    return this.lists.comments;
  }

  get functions(): readonly FunctionDefinition[] {
    this.readsAnything();
    return this.facts.functions.map((record) => this.definitionOf(record));
  }

  get classes(): readonly ClassDefinition[] {
    this.readsAnything();
    return this.facts.classes.map((record) => classDefinition(this.resolution, record));
  }

  textAt({ start, end }: TextRange): string {
    return this.wholeText.slice(start, end);
  }

  callsIn(range: TextRange): readonly Call[] {
    return this.lists.callNodesFrom(range).flatMap((node) => {
      const call = this.resolution.source.at(node);
      return call.kind === 'call' && containsRange(range, call.range) ? [call] : [];
    });
  }

  stringsIn(range: TextRange): readonly StringExpression[] {
    return this.lists.stringNodesFrom(range).flatMap((node) => {
      const literal = this.resolution.source.at(node);
      return literal.kind === 'string' && containsRange(range, literal.range) ? [literal] : [];
    });
  }

  commentsIn(range: TextRange): readonly Comment[] {
    return this.lists.comments.filter((comment) => containsRange(range, comment.range));
  }

  functionsNamed(name: string): readonly FunctionDefinition[] {
    this.lookUp(LOOKUPS.functionsNamed(name));
    return this.functionsThat((record) => record.name === name);
  }

  methodsOf(className: string): readonly FunctionDefinition[] {
    this.lookUp(LOOKUPS.methodsOf(className));
    return this.functionsThat(({ enclosingClass }) => enclosingClass?.name === className);
  }

  classesNamed(name: string): readonly ClassDefinition[] {
    this.lookUp(LOOKUPS.classesNamed(name));
    const found = this.facts.classes.filter((record) => record.name === name);
    for (const { node } of found) this.sections?.tracking.touch(node);
    return found.map((record) => classDefinition(this.resolution, record));
  }

  methodCalls(variable: string): readonly Call[] {
    return this.sections ? this.sections.methodCalls(variable) : this.lists.methodCalls(variable);
  }

  ask<T extends PlainAnswer>(question: DocumentQuestion<T>): T {
    if (this.sections) return this.sections.ask(question);
    if (!this.answers.has(question.id)) this.answers.set(question.id, question.ask(this));
    // The id tells which question it is, and so the type of its answer.
    return this.answers.get(question.id) as T;
  }

  gather<T>(work: (section: Section, model: SourceModel) => T): readonly T[] {
    if (this.sections) return this.sections.gather(work);
    if (!this.gathered.has(work)) this.gathered.set(work, work(this.lists, this));
    // What one piece of work gives has one type.
    return [this.gathered.get(work) as T];
  }

  track(by: object): TrackedSections | undefined {
    if (this.made || this.sections) return undefined;
    const sections = new PythonSections(this.facts, this, by, this.earlier, this.imported);
    this.earlier = undefined;
    this.made = sections.resolution;
    this.sections = sections;
    if (this.first) this.first.sections = sections;
    sections.begin();
    return sections;
  }

  again(): SourceModel {
    const { facts, wholeText, problems, imported } = this;
    return new PythonModel(facts, wholeText, problems, undefined, this.first ?? this, imported);
  }

  linked(imported: ImportedNames): SourceModel {
    const { facts, wholeText, problems, earlier } = this;
    this.earlier = undefined;
    return new PythonModel(facts, wholeText, problems, earlier, this.first ?? this, imported);
  }

  /** What is known of the sections, for the next version. It is given once. */
  leave(): SectionHistory | undefined {
    return this.sections?.leave();
  }

  evaluate(expression: Expression): Value {
    return this.resolution.values.of(expression);
  }

  qualifiedNames(expression: Expression): readonly string[] {
    return namesOf(this.resolution.entities.of(expression));
  }

  stringParts(expression: Expression): readonly StringPart[] | undefined {
    return this.resolution.strings.parts(expression);
  }

  origins(expression: Expression, options: FlowOptions = {}): readonly Origin[] {
    const search = new OriginSearch(this.resolution, options, (record) => this.definitionOf(record));
    return search.run(expression);
  }

  dereference(expression: Expression): Expression {
    return this.resolution.values.dereference(expression);
  }

  functionAt(offset: number): FunctionDefinition | undefined {
    const { tree } = this.facts;
    let at: Scope | undefined = this.lastFunctionFrom(offset)?.scope;
    // What begins before the offset and ends behind it also holds the last function that begins before it.
    for (; at; at = at.parent) {
      if (at.kind === 'function' && at.owner?.kind === 'function' && offset < tree.endOf(at.node)) {
        return this.definitionOf(at.owner);
      }
    }
    return undefined;
  }

  statementAt(offset: number): TextRange | undefined {
    return this.statements.at(offset);
  }

  statementAfter(offset: number): TextRange | undefined {
    this.readsAnything();
    return this.statements.after(offset);
  }

  private get resolution(): Resolution {
    return (this.made ??= new Resolution(this.facts, undefined, undefined, this.imported));
  }

  private get lists(): SourceLists {
    return (this.madeLists ??= new SourceLists(this.facts, this.resolution.source));
  }

  private readsAnything(): void {
    this.sections?.tracking.readsAnything();
  }

  private lookUp(name: string): void {
    this.sections?.tracking.name(name);
  }

  private functionsThat(isMeant: (record: FunctionRecord) => boolean): readonly FunctionDefinition[] {
    const found = this.facts.functions.filter(isMeant);
    for (const { node } of found) this.sections?.tracking.touch(node);
    return found.map((record) => this.definitionOf(record));
  }

  /** The last function that begins at or before the offset. */
  private lastFunctionFrom(offset: number): FunctionRecord | undefined {
    const { tree, functions } = this.facts;
    let low = 0;
    let high = functions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const record = functions[middle];
      if (record && tree.startOf(record.node) <= offset) low = middle + 1;
      else high = middle;
    }
    return functions[low - 1];
  }

  private definitionOf(record: FunctionRecord): FunctionDefinition {
    let definition = this.definitions.get(record);
    if (!definition) this.definitions.set(record, (definition = functionDefinition(this.resolution, record)));
    return definition;
  }
}
