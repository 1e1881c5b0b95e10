import { UNKNOWN, agreedValue, isTrue, textOfParts, unaryValue } from '../../known-values';
import type { Expression } from '../../expression';
import type { ImportedNames, Value } from '../../model';
import type { ExpressionSource } from '../expressions/expression-source';
import { NameNode, UnaryNode } from '../expressions/nodes';
import type { Definition } from '../facts/records';
import { Answers, type Budget } from './answers';
import type { Bindings } from './bindings';
import { argumentsFor, type CallSites } from './call-sites';
import { elementOf } from './elements';
import type { Entities } from './entities';
import type { Strings } from './strings';

/** Works out constant values: the same on every path, or unknown. `undefined` counts as null. */
export class Values {
  private readonly ofExpressions: Answers<Expression, Value>;
  private readonly ofDefinitions: Answers<Definition, Value>;

  constructor(
    private readonly source: ExpressionSource,
    private readonly bindings: Bindings,
    private readonly entities: Entities,
    private readonly sites: CallSites,
    private readonly strings: () => Strings,
    budget: Budget,
    private readonly imported?: ImportedNames,
  ) {
    this.ofExpressions = new Answers(budget, UNKNOWN, (expression) => this.evaluate(expression));
    this.ofDefinitions = new Answers(budget, UNKNOWN, (definition) => this.evaluateDefinition(definition));
  }

  of(expression: Expression): Value {
    return this.ofExpressions.of(expression);
  }

  /** Follows names assigned once to what was assigned. */
  dereference(expression: Expression): Expression {
    const seen = new Set<Expression>();
    let at = expression;
    while (!seen.has(at)) {
      seen.add(at);
      const next = this.assignedOnce(at);
      if (!next) break;
      at = next;
    }
    return at;
  }

  /** The definitions of a name, or of a member of an object of this file. */
  definitions(expression: Expression): readonly Definition[] {
    if (expression instanceof NameNode) return this.bindings.definitions(expression.node) ?? [];
    return this.entities.members(expression);
  }

  /** The value of a plain `const name = value`, when that is the only definition. */
  private assignedOnce(expression: Expression): Expression | undefined {
    if (expression.kind === 'call' && expression.names.includes('globals.Object.freeze'))
      return expression.arguments[0]?.value;
    if (expression.kind === 'attribute') {
      const entry = this.entryOf(expression.object, expression.name);
      if (entry) return entry;
    }
    const definitions = this.definitions(expression);
    const only = definitions.length === 1 ? definitions[0] : undefined;
    if (only?.kind !== 'value' || only.source !== 'assignment' || only.fallback !== undefined)
      return undefined;
    const value = this.source.at(only.value);
    if (only.path.length === 0) return value;
    return elementOf(value, only.path);
  }

  /** `CONFIG.model`, where `CONFIG` is a literal that nothing is put into. */
  private entryOf(object: Expression, name: string): Expression | undefined {
    if (!(object instanceof NameNode) || this.strings().isMutated(object)) return undefined;
    const literal = this.dereference(object);
    return literal.kind === 'dict' ? elementOf(literal, [name]) : undefined;
  }

  private evaluate(expression: Expression): Value {
    switch (expression.kind) {
      case 'number':
        return Number.isNaN(expression.value) ? UNKNOWN : { known: true, value: expression.value };
      case 'constant':
        return { known: true, value: expression.value };
      case 'string':
        return this.text(expression);
      case 'name':
      case 'attribute': {
        const definitions = this.definitions(expression);
        if (definitions.length > 0) return agreedValue(definitions.map((one) => this.ofDefinitions.of(one)));
        const entry =
          expression.kind === 'attribute' ? this.entryOf(expression.object, expression.name) : undefined;
        return entry ? this.of(entry) : this.ofForeign(expression);
      }
      case 'conditional':
        return agreedValue([this.of(expression.whenTrue), this.of(expression.whenFalse)]);
      case 'binary':
        return this.ofBinary(expression.operator, expression.left, expression.right, expression);
      case 'call':
        return this.text(expression);
      case 'subscript':
        return this.ofElement(expression.object, expression.index);
      case 'other':
        return expression instanceof UnaryNode ? this.ofUnary(expression) : UNKNOWN;
      default:
        return UNKNOWN;
    }
  }

  /** `settings.MODEL`, where `settings` is another module. */
  private ofForeign(expression: Expression): Value {
    if (!this.imported || expression.kind !== 'attribute') return UNKNOWN;
    const [only, ...others] = this.entities.of(expression);
    return only?.kind === 'external' && others.length === 0 ? this.imported.value(only.name) : UNKNOWN;
  }

  private evaluateDefinition(definition: Definition): Value {
    if (definition.kind === 'parameter') return this.ofParameter(definition);
    if (definition.kind === 'import' && definition.member !== undefined)
      return this.imported?.value(`${definition.module}.${definition.member}`) ?? UNKNOWN;
    if (definition.kind !== 'value' || definition.source !== 'assignment') return UNKNOWN;
    const value = this.source.at(definition.value);
    const element = definition.path.length === 0 ? value : elementOf(value, definition.path);
    return element && definition.fallback === undefined ? this.of(element) : UNKNOWN;
  }

  /** The default, when every call in the file leaves it or gives the same. */
  private ofParameter({ record, index, path, fallback }: Definition & { kind: 'parameter' }): Value {
    if (path.length > 0) return fallback === undefined ? UNKNOWN : this.ofPatternDefault(record, fallback);
    const byDefault = record.parameters[index]?.default;
    if (byDefault === undefined) return UNKNOWN;
    const values = [this.of(this.source.at(byDefault))];
    for (const site of this.sites.of(record)) {
      const given = argumentsFor(site, index);
      if (given === 'unknown') return UNKNOWN;
      values.push(...given.map((argument) => this.of(argument.value)));
    }
    return agreedValue(values);
  }

  /** `({ revision = 'main' }) =>`: the default counts while nobody in the file calls the function. */
  private ofPatternDefault(record: CallSiteRecord, fallback: number): Value {
    return this.sites.of(record).length > 0 ? UNKNOWN : this.of(this.source.at(fallback));
  }

  private ofBinary(operator: string, left: Expression, right: Expression, whole: Expression): Value {
    if (operator === '||' || operator === '&&' || operator === '??') {
      const first = this.of(left);
      if (!first.known) return UNKNOWN;
      const isTaken = operator === '??' ? first.value !== null : isTrue(first.value) === (operator === '||');
      return isTaken ? first : this.of(right);
    }
    if (operator !== '+') return UNKNOWN;
    const text = this.text(whole);
    if (text.known) return text;
    const [a, b] = [this.of(left), this.of(right)];
    return a.known && b.known && typeof a.value === 'number' && typeof b.value === 'number'
      ? { known: true, value: a.value + b.value }
      : UNKNOWN;
  }

  private ofElement(object: Expression, index: Expression | undefined): Value {
    const key = index ? this.of(index) : UNKNOWN;
    if (!key.known || (typeof key.value !== 'string' && typeof key.value !== 'number')) return UNKNOWN;
    const container = this.dereference(object);
    if (container !== object && this.strings().isMutated(object)) return UNKNOWN;
    const element = elementOf(container, [key.value]);
    return element ? this.of(element) : UNKNOWN;
  }

  private ofUnary(expression: UnaryNode): Value {
    const operand = expression.operands[0];
    return unaryValue(expression.operator, operand ? this.of(operand) : UNKNOWN, '!');
  }

  private text(expression: Expression): Value {
    return textOfParts(this.strings().parts(expression, true));
  }
}

type CallSiteRecord = Parameters<CallSites['of']>[0];
