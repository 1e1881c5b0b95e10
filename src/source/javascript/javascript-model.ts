import type { Assignment, Call, Expression, StringExpression, StringPart } from '../expression';
import type {
  ClassDefinition, CodeLanguage, Comment, Export, FlowOptions, FunctionDefinition, Import, ImportedNames, Origin, SourceModel, SourceProblem, Value,
} from '../model'; // prettier-ignore
import { StatementRanges } from '../statement-ranges';
import { containsRange, type TextRange } from '../range';
import type { DocumentQuestion, PlainAnswer, Section, TrackedSections } from '../section';
import { classDefinition, functionDefinition } from './definitions';
import type { Facts } from './facts/facts';
import type { FunctionRecord } from './facts/records';
import { OriginSearch } from './flow/origin-search';
import { namesOf } from './resolve/entity';
import { Resolution } from './resolve/resolution';
import { SourceLists } from './source-lists';
import { WholeDocument } from './whole-document';

/** What is known of one JavaScript or TypeScript text. Collected in one walk; everything that takes thought is worked out when asked. */
export class JavaScriptModel implements SourceModel {
  private readonly statements: StatementRanges;
  /** With the elements of JSX: what a comment on a line of its own may stand above. */
  private readonly markable: StatementRanges;
  private readonly definitions = new Map<FunctionRecord, FunctionDefinition>();
  private readonly gathered = new Map<unknown, unknown>();
  private readonly answers = new Map<string, PlainAnswer>();
  private readonly resolution: Resolution;
  private readonly lists: SourceLists;
  private isTracked = false;

  constructor(
    readonly language: CodeLanguage,
    private readonly facts: Facts,
    readonly text: string,
    readonly problems: readonly SourceProblem[],
    private readonly imported?: ImportedNames,
  ) {
    this.statements = new StatementRanges(facts.statements);
    this.markable = new StatementRanges([...facts.statements, ...facts.elements]);
    this.resolution = new Resolution(facts, imported);
    this.lists = new SourceLists(this.resolution);
  }

  get imports(): readonly Import[] {
    const required = this.lists.calls.flatMap((call): readonly Import[] => {
      const isImport = /^(?:require|import)\b/u.test(this.text.slice(call.range.start, call.range.start + 8));
      const module = isImport ? this.qualifiedNames(call)[0] : undefined;
      return module === undefined ? [] : [{ module, name: undefined, alias: undefined, range: call.range }];
    });
    return [...this.facts.imports, ...required];
  }

  get exports(): readonly Export[] {
    return this.facts.exports;
  }

  get declared(): readonly { readonly name: string; readonly value: Expression }[] {
    return [...this.facts.module.definitions.values()].flat().flatMap((one) => {
      const isPlain = one.kind === 'value' && one.source === 'assignment' && one.path.length === 0;
      return isPlain && one.fallback === undefined
        ? [{ name: one.name, value: this.resolution.source.at(one.value) }]
        : [];
    });
  }

  get calls(): readonly Call[] {
    return this.lists.calls;
  }

  get strings(): readonly StringExpression[] {
    return this.lists.strings;
  }

  get assignments(): readonly Assignment[] {
    return this.lists.assignments;
  }

  get comments(): readonly Comment[] {
    return this.lists.comments;
  }

  get functions(): readonly FunctionDefinition[] {
    return this.facts.functions.map((record) => this.definitionOf(record));
  }

  get classes(): readonly ClassDefinition[] {
    return this.facts.classes.map((record) => classDefinition(this.resolution, record));
  }

  textAt({ start, end }: TextRange): string {
    return this.text.slice(start, end);
  }

  callsIn(range: TextRange): readonly Call[] {
    return this.calls.filter((call) => containsRange(range, call.range));
  }

  stringsIn(range: TextRange): readonly StringExpression[] {
    return this.strings.filter((literal) => containsRange(range, literal.range));
  }

  commentsIn(range: TextRange): readonly Comment[] {
    return this.comments.filter((comment) => containsRange(range, comment.range));
  }

  functionsNamed(name: string): readonly FunctionDefinition[] {
    return this.functionsThat((record) => record.name === name);
  }

  methodsOf(className: string): readonly FunctionDefinition[] {
    return this.functionsThat(({ owner }) => owner?.name === className);
  }

  classesNamed(name: string): readonly ClassDefinition[] {
    return this.facts.classes
      .filter((record) => record.name === name)
      .map((record) => classDefinition(this.resolution, record));
  }

  methodCalls(variable: string): readonly Call[] {
    return this.lists.methodCalls(variable);
  }

  ask<T extends PlainAnswer>(question: DocumentQuestion<T>): T {
    if (!this.answers.has(question.id)) this.answers.set(question.id, question.ask(this));
    // What one question gives has one type.
    return this.answers.get(question.id) as T;
  }

  gather<T>(work: (section: Section, model: SourceModel) => T): readonly T[] {
    if (!this.gathered.has(work)) this.gathered.set(work, work(this.lists, this));
    // What one piece of work gives has one type.
    return [this.gathered.get(work) as T];
  }

  track(): TrackedSections | undefined {
    if (this.isTracked) return undefined;
    this.isTracked = true;
    return new WholeDocument(this);
  }

  again(): SourceModel {
    const { language, facts, text, problems, imported } = this;
    return new JavaScriptModel(language, facts, text, problems, imported);
  }

  linked(imported: ImportedNames): SourceModel {
    const { language, facts, text, problems } = this;
    return new JavaScriptModel(language, facts, text, problems, imported);
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
    return new OriginSearch(this.resolution, options, (record) => this.definitionOf(record)).run(expression);
  }

  dereference(expression: Expression): Expression {
    return this.resolution.values.dereference(expression);
  }

  functionAt(offset: number): FunctionDefinition | undefined {
    const { tree, functions } = this.facts;
    let found: FunctionRecord | undefined;
    for (const record of functions) {
      if (tree.startOf(record.node) > offset) break;
      if (offset < tree.endOf(record.node)) found = record;
    }
    return found && this.definitionOf(found);
  }

  statementAt(offset: number): TextRange | undefined {
    return this.statements.at(offset);
  }

  statementAfter(offset: number): TextRange | undefined {
    return this.markable.after(offset);
  }

  private functionsThat(isMeant: (record: FunctionRecord) => boolean): readonly FunctionDefinition[] {
    return this.facts.functions.filter(isMeant).map((record) => this.definitionOf(record));
  }

  private definitionOf(record: FunctionRecord): FunctionDefinition {
    let definition = this.definitions.get(record);
    if (!definition) this.definitions.set(record, (definition = functionDefinition(this.resolution, record)));
    return definition;
  }
}
