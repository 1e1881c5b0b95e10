import { stepsOf } from '../../flow-trail';
import type { Call, Expression } from '../../expression';
import type { FlowOptions, FunctionDefinition, Origin, Parameter } from '../../model';
import { NameNode, SpreadNode, UnaryNode } from '../expressions/nodes';
import type { FunctionRecord, ParameterDefinition } from '../facts/records';
import { elementOf } from '../resolve/elements';
import { namesOf } from '../resolve/entity';
import type { Resolution } from '../resolve/resolution';
import { followCall } from './flow-calls';
import { element, elementFrom, type FlowItem, next, part } from './flow-item';
import { followMember, followMutations, followName } from './flow-names';

const MAX_STEPS = 64;
const MAX_ORIGINS = 256;
const MAX_ITEMS = 2_000;
const MAX_SELECT = 8;

/** One search for the origins of one value: a queue of items, nearest first. */
export class OriginSearch {
  private readonly queue: FlowItem[] = [];
  private readonly seen = new Map<Expression, Set<string>>();
  private readonly origins: Origin[] = [];

  constructor(
    readonly resolution: Resolution,
    readonly options: FlowOptions,
    private readonly definitionOf: (record: FunctionRecord) => FunctionDefinition,
  ) {}

  run(expression: Expression): readonly Origin[] {
    this.push({ expression, trail: undefined, frame: undefined, whole: true, select: [], access: [] });
    for (let at = 0; at < this.queue.length && at < MAX_ITEMS && this.origins.length < MAX_ORIGINS; at++) {
      const item = this.queue[at];
      if (item) this.follow(item);
    }
    return this.origins;
  }

  push(item: FlowItem): void {
    if ((item.trail?.length ?? 0) > MAX_STEPS || item.select.length > MAX_SELECT) return;
    const key = `${item.whole}|${item.frame?.site.call.range.start ?? ''}|${item.select.join('\0')}|${item.access.join('\0')}`;
    const keys = this.seen.get(item.expression);
    if (keys?.has(key)) return;
    if (keys) keys.add(key);
    else this.seen.set(item.expression, new Set([key]));
    this.queue.push(item);
  }

  emit(item: FlowItem): void {
    this.add(item, undefined, item.access);
  }

  /** A parameter that no call in the file fills. */
  emitParameter(item: FlowItem, { record, index, path, name }: ParameterDefinition): void {
    const definition = this.definitionOf(record);
    const whole = definition.parameters[index];
    const parameter: Parameter | undefined = whole && path.length > 0 ? { ...whole, name } : whole;
    const access = [...path.map((key) => (typeof key === 'string' ? key : '*')), ...item.access];
    this.add(item, parameter && { definition, parameter }, access);
  }

  /** Whether a name is bound by an import: then what it is called by says more than where it comes from. */
  isImported(expression: Expression): boolean {
    if (!(expression instanceof NameNode)) return false;
    const definitions = this.resolution.bindings.definitions(expression.node);
    return (
      definitions !== undefined &&
      definitions.length > 0 &&
      definitions.every(({ kind }) => kind === 'import')
    );
  }

  isSanitizer(call: Call): boolean {
    return this.options.sanitizes?.(call) ?? false;
  }

  isExternal(expression: Expression): boolean {
    return namesOf(this.resolution.entities.of(expression)).some((name) => !name.startsWith('<local>.'));
  }

  private add(item: FlowItem, parameter: Origin['parameter'], access: readonly string[]): void {
    const { expression, whole } = item;
    const isKnown = this.origins.some(
      (one) => one.expression === expression && one.whole === whole && one.access.join() === access.join(),
    );
    if (isKnown || this.origins.length >= MAX_ORIGINS) return;
    this.origins.push({ expression, parameter, path: stepsOf(item.trail), whole, access });
  }

  private follow(item: FlowItem): void {
    const { expression } = item;
    switch (expression.kind) {
      case 'name':
        if (expression instanceof NameNode) followName(this, item, expression);
        else this.emit(item);
        return;
      case 'attribute':
        return this.followProperty(item, expression.object, expression.name);
      case 'subscript':
        return this.followElement(item, expression.object, expression.index);
      case 'call':
        return followCall(this, item, expression);
      case 'string':
        for (const hole of expression.parts) if (hole.kind === 'hole') this.push(part(item, hole.expression));
        return this.emit(expression.value === undefined ? part(item, expression) : item);
      case 'binary':
        return this.followBinary(item, expression.operator, expression.left, expression.right);
      case 'conditional':
        this.push(next(item, expression.whenTrue));
        return this.push(next(item, expression.whenFalse));
      case 'await':
        return this.push(next(item, expression.operand));
      case 'collection':
        return this.followElements(item, expression.elements, elementOf(expression, item.select.slice(0, 1)));
      case 'dict':
        return this.followDict(item, expression);
      case 'other':
        if (expression instanceof SpreadNode)
          for (const one of expression.operands) this.push(next(item, one));
        else if (!(expression instanceof UnaryNode)) this.emit(item);
        return;
      default:
        return this.emit(item);
    }
  }

  private followElements(
    item: FlowItem,
    elements: readonly Expression[],
    chosen: Expression | undefined,
  ): void {
    if (item.select.length > 0 && chosen) this.push(element(item, chosen));
    else if (elements.length === 0) this.emit(item);
    else
      for (const one of elements) this.push(one instanceof SpreadNode ? next(item, one) : element(item, one));
  }

  private followDict(item: FlowItem, dict: Expression & { kind: 'dict' }): void {
    const key = item.select[0];
    const chosen = key === undefined || key === '*' ? undefined : elementOf(dict, [key]);
    if (chosen) return this.push(element(item, chosen));
    for (const entry of dict.entries) {
      if (entry.key === undefined) this.push(next(item, entry.value));
      else if (key === undefined || key === '*' || entry.key.kind !== 'string')
        this.push(element(item, entry.value));
    }
    if (dict.entries.length === 0) this.emit(item);
  }

  private followBinary(item: FlowItem, operator: string, left: Expression, right: Expression): void {
    if (operator === '&&') return this.push(next(item, right));
    if (operator === '||' || operator === '??') {
      this.push(next(item, left));
      return this.push(next(item, right));
    }
    // Comparisons and arithmetic carry no text.
    if (operator !== '+') return;
    for (const side of [left, right]) this.push(part(item, side));
  }

  private followProperty(item: FlowItem, object: Expression, name: string): void {
    if (followMember(this, item)) return;
    const isExternal = this.isExternal(item.expression);
    if (isExternal) this.emit(item);
    if (!this.isImported(object)) {
      followMutations(this, item, object, name);
      this.push(elementFrom(item, object, name));
    } else if (!isExternal) this.emit(item);
  }

  private followElement(item: FlowItem, object: Expression, index: Expression | undefined): void {
    const value = index ? this.resolution.values.of(index) : undefined;
    const known = value?.known === true ? value.value : undefined;
    const key = typeof known === 'string' || typeof known === 'number' ? known : '*';
    if (this.isExternal(item.expression)) this.emit(item);
    if (typeof key === 'string' && key !== '*') followMutations(this, item, object, key);
    this.push(elementFrom(item, object, key));
  }
}
