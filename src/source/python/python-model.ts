import type { Call, Expression, StringExpression, StringPart } from '../expression';
import type {
  ClassDefinition, Comment, FlowOptions, FunctionDefinition, Import, Origin, SourceModel, SourceProblem, Value,
} from '../model'; // prettier-ignore
import type { TextRange } from '../range';
import { classDefinition, functionDefinition } from './definitions';
import type { Facts } from './facts/facts';
import type { FunctionRecord, Scope } from './facts/scope';
import { OriginSearch } from './flow/origin-search';
import { namesOf } from './resolve/entity';
import { Resolution } from './resolve/resolution';
import { StatementRanges } from './statement-ranges';

/** What is known of one Python text. Collected in one walk; everything that takes thought is worked out when asked. */
export class PythonModel implements SourceModel {
  readonly language = 'python';
  private readonly resolution: Resolution;
  private readonly statements: StatementRanges;
  private readonly lists: Lists = {};
  private readonly definitions = new Map<FunctionRecord, FunctionDefinition>();

  constructor(
    private readonly facts: Facts,
    readonly text: string,
    readonly problems: readonly SourceProblem[],
  ) {
    this.resolution = new Resolution(facts);
    this.statements = new StatementRanges(facts.statements);
  }

  get imports(): readonly Import[] {
    return this.facts.imports;
  }

  get calls(): readonly Call[] {
    return (this.lists.calls ??= this.facts.calls
      .map((node) => this.resolution.source.at(node))
      .filter((expression) => expression.kind === 'call'));
  }

  get strings(): readonly StringExpression[] {
    return (this.lists.strings ??= this.facts.strings
      .map((node) => this.resolution.source.at(node))
      .filter((expression) => expression.kind === 'string'));
  }

  get comments(): readonly Comment[] {
    const { tree } = this.facts;
    return (this.lists.comments ??= this.facts.comments.map((node) => {
      const range = tree.rangeOf(node);
      return {
        text: this.text.slice(range.start + 1, range.end).trimEnd(),
        range,
        ownLine: startsLine(this.text, range.start),
      };
    }));
  }

  get functions(): readonly FunctionDefinition[] {
    return (this.lists.functions ??= this.facts.functions.map((record) => this.definitionOf(record)));
  }

  get classes(): readonly ClassDefinition[] {
    return (this.lists.classes ??= this.facts.classes.map((record) =>
      classDefinition(this.resolution, record),
    ));
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
    const search = new OriginSearch(this.resolution, options, (record) =>
      record.kind === 'function' ? this.definitionOf(record) : undefined,
    );
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
    return this.statements.after(offset);
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

interface Lists {
  calls?: readonly Call[];
  strings?: readonly StringExpression[];
  comments?: readonly Comment[];
  functions?: readonly FunctionDefinition[];
  classes?: readonly ClassDefinition[];
}

/** Whether nothing but white space stands before the offset on its line. */
function startsLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && /[ \t\f]/.test(text[at] ?? '')) at--;
  return at < 0 || text[at] === '\n' || text[at] === '\r';
}
