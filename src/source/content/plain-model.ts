import type { Expression, StringExpression, StringPart } from '../expression';
import { LineIndex } from '../line-index';
import type {
  ClassDefinition,
  Comment,
  FunctionDefinition,
  Import,
  Origin,
  SourceLanguage,
  SourceModel,
  SourceProblem,
  Value,
} from '../model';
import { containsRange, type TextRange } from '../range';
import type { DocumentQuestion, PlainAnswer, Section } from '../section';

const NOTHING: readonly never[] = [];

/** What a front end without program code gives for the model. */
export interface PlainParts {
  readonly strings?: readonly StringExpression[];
  readonly comments?: readonly Comment[];
  readonly problems?: readonly SourceProblem[];
}

/** The model of a document that holds no program: its strings and comments; a statement is a line. */
export class PlainModel implements SourceModel {
  readonly imports: readonly Import[] = NOTHING;
  readonly calls = NOTHING;
  readonly functions = NOTHING;
  readonly classes = NOTHING;
  readonly strings: readonly StringExpression[];
  readonly comments: readonly Comment[];
  readonly problems: readonly SourceProblem[];
  private lines: LineIndex | undefined;

  constructor(
    readonly language: SourceLanguage,
    readonly text: string,
    private readonly parts: PlainParts = {},
  ) {
    this.strings = parts.strings ?? NOTHING;
    this.comments = parts.comments ?? NOTHING;
    this.problems = parts.problems ?? NOTHING;
  }

  textAt({ start, end }: TextRange): string {
    return this.text.slice(start, end);
  }

  callsIn(): readonly never[] {
    return NOTHING;
  }

  stringsIn(range: TextRange): readonly StringExpression[] {
    return this.strings.filter((one) => containsRange(range, one.range));
  }

  commentsIn(range: TextRange): readonly Comment[] {
    return this.comments.filter((one) => containsRange(range, one.range));
  }

  functionsNamed(): readonly FunctionDefinition[] {
    return NOTHING;
  }

  methodsOf(): readonly FunctionDefinition[] {
    return NOTHING;
  }

  classesNamed(): readonly ClassDefinition[] {
    return NOTHING;
  }

  methodCalls(): readonly never[] {
    return NOTHING;
  }

  ask<T extends PlainAnswer>(question: DocumentQuestion<T>): T {
    return question.ask(this);
  }

  gather<T>(work: (section: Section, model: SourceModel) => T): readonly T[] {
    return [work(this, this)];
  }

  /** Documents without code are looked at whole each time. */
  track(): undefined {
    return undefined;
  }

  again(): SourceModel {
    return new PlainModel(this.language, this.text, this.parts);
  }

  evaluate(expression: Expression): Value {
    if (expression.kind === 'string' && expression.value !== undefined)
      return { known: true, value: expression.value };
    if (expression.kind === 'number' || expression.kind === 'constant')
      return { known: true, value: expression.value };
    return { known: false };
  }

  qualifiedNames(): readonly string[] {
    return NOTHING;
  }

  stringParts(expression: Expression): readonly StringPart[] | undefined {
    return expression.kind === 'string' ? expression.parts : undefined;
  }

  origins(expression: Expression): readonly Origin[] {
    return [{ expression, parameter: undefined, path: [], whole: true, access: [] }];
  }

  dereference(expression: Expression): Expression {
    return expression;
  }

  functionAt(): undefined {
    return undefined;
  }

  statementAt(offset: number): TextRange | undefined {
    return this.lineAt(offset);
  }

  /** The first line with anything but white space and comments that starts at or after the offset. */
  statementAfter(offset: number): TextRange | undefined {
    const pattern = /[^\r\n]+/gu;
    pattern.lastIndex = offset;
    for (let match = pattern.exec(this.text); match; match = pattern.exec(this.text)) {
      const indent = match[0].search(/\S/u);
      if (indent === -1) continue;
      const range = { start: match.index + indent, end: match.index + match[0].trimEnd().length };
      const isComment = this.comments.some(
        (one) => one.range.start <= range.start && one.range.end >= range.end,
      );
      if (!isComment && range.start >= offset) return range;
    }
    return undefined;
  }

  private lineAt(offset: number): TextRange | undefined {
    this.lines ??= new LineIndex(this.text);
    const { line, character } = this.lines.positionAt(offset);
    const text = this.lines.lineText(line);
    const start = offset - character;
    const indent = text.search(/\S/u);
    if (indent === -1) return undefined;
    return { start: start + indent, end: start + text.trimEnd().length };
  }
}
