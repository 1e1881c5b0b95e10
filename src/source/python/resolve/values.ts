import { MAX_TEXT, UNKNOWN, agreedValue, isTrue, textOfParts, unaryValue } from '../../known-values';
import type { Expression } from '../../expression';
import type { ImportedNames, Value } from '../../model';
import type { ExpressionSource } from '../expressions/expression-source';
import { nodeOf } from '../expressions/node-of';
import { NameNode, UnaryNode } from '../expressions/nodes';
import type { Definition } from '../facts/definition';
import { Answers, type Budget } from './answers';
import type { Bindings } from './bindings';
import { argumentsFor, type CallSites } from './call-sites';
import { attributeDefinitions } from './class-attributes';
import { constantCall } from './constant-calls';
import { joinName, type Entities } from './entities';
import { elementOf } from './elements';
import type { Strings } from './strings';

/** Works out constant values: the same on every path, or unknown. */
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
    this.ofExpressions = new Answers(budget, UNKNOWN, nodeOf, (expression) => this.evaluate(expression));
    this.ofDefinitions = new Answers(
      budget,
      UNKNOWN,
      ({ node }) => node,
      (definition) => this.evaluateDefinition(definition),
    );
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

  /** The definitions of a name or of an attribute of an object of this file. */
  definitions(expression: Expression): readonly Definition[] {
    if (expression instanceof NameNode) return this.bindings.definitions(expression.node) ?? [];
    if (expression.kind !== 'attribute') return [];
    return this.entities
      .of(expression.object)
      .flatMap((entity) =>
        entity.kind === 'class' || entity.kind === 'instance'
          ? attributeDefinitions(this.entities, entity.record, expression.name)
          : [],
      );
  }

  /** The value of a plain `name = value`, when that is the only definition. */
  assignedOnce(expression: Expression): Expression | undefined {
    const definitions = this.definitions(expression);
    const only = definitions.length === 1 ? definitions[0] : undefined;
    if (only?.kind !== 'value' || only.source !== 'assignment') return undefined;
    const value = this.source.group(only.value);
    return only.path.length === 0 ? value : elementOf(value, only.path);
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
      case 'attribute':
        return this.ofName(expression);
      case 'conditional':
        return this.ofConditional(expression.test, expression.whenTrue, expression.whenFalse);
      case 'binary':
        return this.ofBinary(expression.operator, expression.left, expression.right, expression);
      case 'call':
        return constantCall(expression, (inner) => this.of(inner)) ?? this.text(expression);
      case 'subscript':
        return this.ofElement(expression.object, expression.index);
      case 'other':
        return expression instanceof UnaryNode ? this.ofUnary(expression) : UNKNOWN;
      default:
        return UNKNOWN;
    }
  }

  private ofName(expression: Expression): Value {
    const definitions = this.definitions(expression);
    if (definitions.length > 0) {
      return agreedValue(definitions.map((definition) => this.ofDefinitions.of(definition)));
    }
    if (!this.imported || expression.kind !== 'attribute') return UNKNOWN;
    const [only, ...others] = this.entities.of(expression);
    return only?.kind === 'external' && others.length === 0 ? this.ofImport(only.name) : UNKNOWN;
  }

  private ofImport(name: string): Value {
    return this.imported?.value(name) ?? UNKNOWN;
  }

  private evaluateDefinition(definition: Definition): Value {
    if (definition.kind === 'parameter') return this.ofParameter(definition);
    if (definition.kind === 'import') return this.ofImport(joinName(definition.module, definition.member));
    if (definition.kind !== 'value') return UNKNOWN;
    const value = this.source.group(definition.value);
    if (definition.source === 'augmented') return this.grown(definition, value);
    if (definition.source !== 'assignment') return UNKNOWN;
    const element = definition.path.length === 0 ? value : elementOf(value, definition.path);
    return element ? this.of(element) : UNKNOWN;
  }

  /** `name += value` on a known string or number. */
  private grown(definition: Definition & { kind: 'value' }, added: Expression): Value {
    if (definition.operator !== '+') return UNKNOWN;
    const earlier = this.bindings.definitions(definition.node) ?? [];
    return sum(agreedValue(earlier.map((one) => this.ofDefinitions.of(one))), this.of(added));
  }

  /** The default, when every call in the file leaves it or gives the same. */
  private ofParameter(definition: Definition & { kind: 'parameter' }): Value {
    const { record, index } = definition;
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

  private ofConditional(test: Expression, whenTrue: Expression, whenFalse: Expression): Value {
    const condition = this.of(test);
    if (condition.known) return this.of(isTrue(condition.value) ? whenTrue : whenFalse);
    return agreedValue([this.of(whenTrue), this.of(whenFalse)]);
  }

  private ofBinary(operator: string, left: Expression, right: Expression, whole: Expression): Value {
    if (operator === 'or' || operator === 'and') {
      const first = this.of(left);
      if (!first.known) return agreedValue([first, this.of(right)]);
      return isTrue(first.value) === (operator === 'or') ? first : this.of(right);
    }
    if (operator !== '+' && operator !== '%') return UNKNOWN;
    const text = this.text(whole);
    return text.known || operator === '%' ? text : sum(this.of(left), this.of(right));
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
    return unaryValue(expression.operator, operand ? this.of(operand) : UNKNOWN, 'not');
  }

  private text(expression: Expression): Value {
    return textOfParts(this.strings().parts(expression, true));
  }
}

function sum(left: Value, right: Value): Value {
  if (!left.known || !right.known) return UNKNOWN;
  if (typeof left.value === 'string' && typeof right.value === 'string') {
    const text = left.value + right.value;
    return text.length > MAX_TEXT ? UNKNOWN : { known: true, value: text };
  }
  if (typeof left.value === 'number' && typeof right.value === 'number') {
    return { known: true, value: left.value + right.value };
  }
  return UNKNOWN;
}
