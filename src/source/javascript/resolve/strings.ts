import type { BinaryExpression, Call, Expression, StringPart } from '../../expression';
import type { ExpressionSource } from '../expressions/expression-source';
import { NameNode } from '../expressions/nodes';
import type { Definition, ValueDefinition } from '../facts/records';
import { Answers, type Budget } from './answers';
import type { Bindings } from './bindings';
import type { Values } from './values';

const MAX_PARTS = 2_000;
/** Methods whose result is the text itself but for white space or its form. */
const KEEPS_TEXT = new Set(['trim', 'trimStart', 'trimEnd', 'toString', 'normalize', 'valueOf']);
/** Template tags whose result is the text of the template. */
const TEXT_TAGS =
  /^(?:dedent(?:\.default|\.dedent)?|globals\.String\.raw|outdent(?:\.default|\.outdent)?|common-tags\.\w+|ts-dedent\.(?:default|dedent)|endent\.default)$/u;

interface Parts {
  readonly parts: readonly StringPart[] | undefined;
}

const NONE: Parts = { parts: undefined };

/** Takes strings apart, however they are built. */
export class Strings {
  private readonly loosely: Answers<Expression, Parts>;
  private readonly exactly: Answers<Expression, Parts>;

  constructor(
    private readonly source: ExpressionSource,
    private readonly bindings: Bindings,
    private readonly values: Values,
    budget: Budget,
  ) {
    this.loosely = new Answers(budget, NONE, (one) => limited(this.take(one, false), false));
    this.exactly = new Answers(budget, NONE, (one) => limited(this.take(one, true), true));
  }

  /**
   * The parts of a string; undefined when it is not known to be one.
   *
   * @param exactly leave out what is not certain to be the very text: growth in branches and loops, `trim`.
   */
  parts(expression: Expression, exactly = false): readonly StringPart[] | undefined {
    return (exactly ? this.exactly : this.loosely).of(expression).parts;
  }

  /** Whether something is put into the object that a name stands for. */
  isMutated(expression: Expression): boolean {
    return expression instanceof NameNode && this.bindings.mutations(expression.node).length > 0;
  }

  private take(expression: Expression, exactly: boolean): readonly StringPart[] | undefined {
    switch (expression.kind) {
      case 'string':
        return expression.parts.flatMap((part) =>
          part.kind === 'text' ? [part] : (this.inlined(part.expression, exactly) ?? [part]),
        );
      case 'binary':
        return expression.operator === '+' ? this.sum(expression, exactly) : undefined;
      case 'call':
        return this.ofCall(expression, exactly);
      case 'name':
      case 'attribute':
        return this.ofName(expression, exactly);
      default:
        return undefined;
    }
  }

  /** The parts of something put into a string, when they are known. */
  private inlined(expression: Expression, exactly: boolean): readonly StringPart[] | undefined {
    const parts = this.parts(expression, exactly);
    if (parts) return parts;
    const target = this.values.dereference(expression);
    if (target.kind !== 'number') return undefined;
    return [{ kind: 'text', value: String(target.value), range: target.range }];
  }

  private piece(expression: Expression, exactly: boolean): readonly StringPart[] {
    return this.inlined(expression, exactly) ?? [{ kind: 'hole', expression, range: expression.range }];
  }

  /** `a + b + c`: long sums lean to the left, so the left side is followed in a loop. */
  private sum(expression: BinaryExpression, exactly: boolean): readonly StringPart[] | undefined {
    const operands: Expression[] = [];
    let at: Expression = expression;
    for (; at.kind === 'binary' && at.operator === '+'; at = at.left) operands.push(at.right);
    operands.push(at);
    const parts = operands.reverse().map((operand) => ({ operand, parts: this.parts(operand, exactly) }));
    if (parts.every((one) => one.parts === undefined)) return undefined;
    return parts.flatMap((one) => one.parts ?? this.piece(one.operand, exactly));
  }

  private ofCall(call: Call, exactly: boolean): readonly StringPart[] | undefined {
    const first = call.arguments[0]?.value;
    if (first && call.arguments.length === 1) {
      if (call.names.includes('globals.String') || call.names.some((name) => TEXT_TAGS.test(name))) {
        return exactly && !call.names.includes('globals.String') ? undefined : this.piece(first, exactly);
      }
    }
    if (call.names.some((name) => name === 'path.join' || name === 'path.resolve')) {
      return this.joined(
        [{ kind: 'text', value: '/', range: call.range }],
        call.arguments.map(({ value }) => value),
        exactly,
      );
    }
    if (call.callee.kind !== 'attribute') return undefined;
    const { object, name } = call.callee;
    if (name === 'join' && call.arguments.length <= 1) return this.ofJoin(object, first, exactly);
    if (name === 'concat') {
      const start = this.parts(object, exactly);
      return start && [...start, ...call.arguments.flatMap(({ value }) => this.piece(value, exactly))];
    }
    return KEEPS_TEXT.has(name) && !exactly ? this.parts(object, exactly) : undefined;
  }

  /** `[a, b].join('\n')` */
  private ofJoin(
    object: Expression,
    separator: Expression | undefined,
    exactly: boolean,
  ): readonly StringPart[] | undefined {
    const list = this.values.dereference(object);
    if (list.kind !== 'collection' || (this.isMutated(object) && exactly)) return undefined;
    const between = separator
      ? this.parts(separator, exactly)
      : [{ kind: 'text' as const, value: ',', range: object.range }];
    return between && this.joined(between, list.elements, exactly);
  }

  private joined(
    separator: readonly StringPart[],
    elements: readonly Expression[],
    exactly: boolean,
  ): StringPart[] {
    return elements.flatMap((element, at) => [...(at > 0 ? separator : []), ...this.piece(element, exactly)]);
  }

  /** A name assigned once, with what `+=` adds to it. */
  private ofName(expression: Expression, exactly: boolean): readonly StringPart[] | undefined {
    const definitions = this.values.definitions(expression);
    const target = definitions.length === 0 ? this.values.dereference(expression) : expression;
    if (target !== expression) return this.parts(target, exactly);
    const { bases, growth } = this.history(definitions);
    const base = bases[0];
    if (!base || bases.length !== 1) return undefined;
    if (exactly && (definitions.length !== 1 || growth.length > 0)) return undefined;
    const start = base.kind === 'parameter' ? this.constant(expression) : this.ofDefinition(base, exactly);
    if (!start) return undefined;
    return [...start, ...growth.flatMap((one) => this.piece(this.source.at(one.value), exactly))];
  }

  private constant(expression: Expression): readonly StringPart[] | undefined {
    const value = this.values.of(expression);
    if (!value.known || typeof value.value !== 'string') return undefined;
    return [{ kind: 'text', value: value.value, range: expression.range }];
  }

  /** The definitions that `+=` builds on, and the additions, in source order. */
  private history(definitions: readonly Definition[]): { bases: Definition[]; growth: ValueDefinition[] } {
    const seen = new Set<Definition>(definitions);
    const bases: Definition[] = [];
    const growth: ValueDefinition[] = [];
    for (const definition of seen) {
      if (definition.kind === 'value' && definition.source === 'augmented') {
        growth.push(definition);
        for (const earlier of this.bindings.definitions(definition.node) ?? []) seen.add(earlier);
      } else if (definition.kind !== 'annotation') bases.push(definition);
    }
    return { bases, growth: growth.sort((a, b) => a.node - b.node) };
  }

  private ofDefinition(definition: Definition, exactly: boolean): readonly StringPart[] | undefined {
    if (definition.kind !== 'value' || definition.source !== 'assignment') return undefined;
    if (definition.path.length === 0) return this.parts(this.source.at(definition.value), exactly);
    return undefined;
  }
}

function limited(parts: readonly StringPart[] | undefined, exactly: boolean): Parts {
  if (!parts || parts.length <= MAX_PARTS) return { parts };
  return exactly ? NONE : { parts: parts.slice(0, MAX_PARTS) };
}
