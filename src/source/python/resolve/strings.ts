import type { BinaryExpression, Call, Expression, StringPart } from '../../expression';
import type { ExpressionSource } from '../expressions/expression-source';
import { nodeOf } from '../expressions/node-of';
import { NameNode } from '../expressions/nodes';
import type { LiteralPart } from '../expressions/string-literal';
import type { Definition, ValueDefinition } from '../facts/definition';
import { Answers, type Budget } from './answers';
import type { Bindings } from './bindings';
import { fillBraces, fillPercent } from './format-strings';
import { keysSet, type KeysSet } from './keys-set';
import type { Values } from './values';

const MAX_PARTS = 2_000;

/** Methods whose result is the text itself but for white space or encoding. */
const KEEPS_TEXT = new Set(['strip', 'lstrip', 'rstrip', 'encode', 'decode']);
/** Functions whose result is the text of their first argument. */
const TEXT_OF = new Set(['builtins.str', 'textwrap.dedent', 'inspect.cleandoc', 'builtins.str()']);

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
    this.loosely = new Answers(budget, NONE, nodeOf, (one) => limited(this.take(one, false), false));
    this.exactly = new Answers(budget, NONE, nodeOf, (one) => limited(this.take(one, true), true));
  }

  /**
   * The parts of a string; undefined when it is not known to be one.
   *
   * @param exactly leave out what is not certain to be the very text: growth in branches and loops, `strip`.
   */
  parts(expression: Expression, exactly = false): readonly StringPart[] | undefined {
    return (exactly ? this.exactly : this.loosely).of(expression).parts;
  }

  /** Whether something is put into the container that a name or attribute stands for. */
  isMutated(expression: Expression): boolean {
    if (!(expression instanceof NameNode)) return false;
    return this.bindings.mutations(expression.node, expression.name).length > 0;
  }

  /** What is put under constant keys into the dictionary that a name stands for; undefined when nothing is. */
  keysSet(expression: Expression): KeysSet | undefined {
    return keysSet(expression, this.bindings, this.source);
  }

  private take(expression: Expression, exactly: boolean): readonly StringPart[] | undefined {
    switch (expression.kind) {
      case 'string':
        return expression.parts.flatMap((part) => this.flatten(part, exactly));
      case 'binary':
        if (expression.operator === '+') return this.sum(expression, exactly);
        return expression.operator === '%' ? this.percent(expression, exactly) : undefined;
      case 'call':
        return this.ofCall(expression, exactly);
      case 'name':
      case 'attribute':
        return this.ofName(expression, exactly);
      default:
        return undefined;
    }
  }

  private flatten(part: LiteralPart, exactly: boolean): readonly StringPart[] {
    if (part.kind === 'text' || part.isFormatted) return [part];
    return this.inlined(part.expression, exactly) ?? [part];
  }

  /** The parts of something put into a string, when they are known. */
  private inlined(expression: Expression, exactly: boolean): readonly StringPart[] | undefined {
    const parts = this.parts(expression, exactly);
    if (parts) return parts;
    const target = this.values.dereference(expression);
    const isInteger = target.kind === 'number' && /^\d+$/.test(this.textAt(target));
    return isInteger ? [{ kind: 'text', value: this.textAt(target), range: target.range }] : undefined;
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
    return parts.flatMap(
      (one) => one.parts ?? [{ kind: 'hole' as const, expression: one.operand, range: one.operand.range }],
    );
  }

  private percent(expression: BinaryExpression, exactly: boolean): readonly StringPart[] | undefined {
    const template = this.parts(expression.left, exactly);
    if (!template) return undefined;
    return fillPercent(template, expression.right, (value) => this.piece(value, exactly));
  }

  private ofCall(call: Call, exactly: boolean): readonly StringPart[] | undefined {
    const first = call.arguments[0];
    if (call.names.includes('os.path.join') || call.names.includes('posixpath.join')) {
      const values = call.arguments.map((argument) => argument.value);
      return this.joined([{ kind: 'text', value: '/', range: call.range }], values, exactly);
    }
    if (call.callee.kind === 'attribute') {
      const { object, name } = call.callee;
      if (name === 'format') {
        const template = this.parts(object, exactly);
        return template && fillBraces(template, call, (value) => this.piece(value, exactly));
      }
      if (name === 'join' && first && call.arguments.length === 1) {
        const separator = this.parts(object, exactly);
        const list = this.values.dereference(first.value);
        if (!separator || list.kind !== 'collection') return separator && this.piece(first.value, exactly);
        if (this.isMutated(first.value) && exactly) return undefined;
        return this.joined(separator, list.elements, exactly);
      }
      if (KEEPS_TEXT.has(name) && !exactly) return this.parts(object, exactly);
    }
    const isText = call.names.some((name) => TEXT_OF.has(name));
    if (!isText || !first || call.arguments.length !== 1) return undefined;
    if (exactly && !call.names.includes('builtins.str')) return undefined;
    return this.piece(first.value, exactly);
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
    const { bases, growth } = this.history(definitions);
    const base = bases[0];
    if (!base || bases.length !== 1) return undefined;
    if (exactly && (definitions.length !== 1 || growth.length > 0)) return this.constant(expression);
    const start = base.kind === 'parameter' ? this.constant(expression) : this.ofDefinition(base, exactly);
    if (!start) return undefined;
    return [...start, ...growth.flatMap((one) => this.piece(this.source.group(one.value), exactly))];
  }

  private constant(expression: Expression): readonly StringPart[] | undefined {
    const value = this.values.of(expression);
    if (!value.known || typeof value.value !== 'string') return undefined;
    return [{ kind: 'text', value: value.value, range: expression.range }];
  }

  /** The definitions that `+=` definitions build on, and those, in source order. */
  private history(definitions: readonly Definition[]): { bases: Definition[]; growth: ValueDefinition[] } {
    const seen = new Set<Definition>(definitions);
    const bases: Definition[] = [];
    const growth: ValueDefinition[] = [];
    for (const definition of seen) {
      if (definition.kind === 'value' && definition.source === 'augmented' && definition.operator === '+') {
        growth.push(definition);
        for (const earlier of this.bindings.definitions(definition.node) ?? []) seen.add(earlier);
      } else if (definition.kind !== 'annotation') bases.push(definition);
    }
    return { bases, growth: growth.sort((a, b) => a.node - b.node) };
  }

  private ofDefinition(definition: Definition, exactly: boolean): readonly StringPart[] | undefined {
    if (definition.kind !== 'value' || definition.source !== 'assignment' || definition.path.length > 0) {
      return undefined;
    }
    return this.parts(this.source.group(definition.value), exactly);
  }

  private textAt(expression: Expression): string {
    return this.source.facts.tree.text.slice(expression.range.start, expression.range.end);
  }
}

function limited(parts: readonly StringPart[] | undefined, exactly: boolean): Parts {
  if (!parts || parts.length <= MAX_PARTS) return { parts };
  return exactly ? NONE : { parts: parts.slice(0, MAX_PARTS) };
}
