import { stepsOf } from '../../flow-trail';
import type { Call, Expression } from '../../expression';
import type { FlowOptions, FunctionDefinition, Origin } from '../../model';
import { ComprehensionNode, NameNode, SpreadNode, UnaryNode } from '../expressions/nodes';
import type { FunctionRecord } from '../facts/scope';
import { type ElementKey, elementOf } from '../resolve/elements';
import { namesOf } from '../resolve/entity';
import type { Resolution } from '../resolve/resolution';
import { followCall } from './flow-calls';
import { element, type FlowItem, next, part, readFrom } from './flow-item';
import { followAttributeDefinitions, followMutations, followName } from './flow-names';

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
    const reads = `${item.select.join('\0')}|${item.access.join('\0')}`;
    const key = `${item.whole}|${item.frame?.site.call.range.start ?? ''}|${reads}`;
    const keys = this.seen.get(item.expression);
    if (keys?.has(key)) return;
    if (keys) keys.add(key);
    else this.seen.set(item.expression, new Set([key]));
    this.queue.push(item);
  }

  emit(item: FlowItem): void {
    this.add(item, undefined);
  }

  /** A parameter that no call in the file fills. */
  emitParameter(item: FlowItem, record: FunctionRecord, index: number): void {
    const definition = this.definitionOf(record);
    const parameter = definition.parameters[index];
    this.add(item, parameter ? { definition, parameter } : undefined);
  }

  private add(item: FlowItem, parameter: Origin['parameter']): void {
    const { expression, whole, access } = item;
    const isKnown = this.origins.some(
      (one) => one.expression === expression && one.whole === whole && sameReads(one.access, access),
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
        if (this.options.cleans?.(expression)) return;
        return this.followAttribute(item, expression.object, expression.name);
      case 'subscript':
        return this.followElement(item, expression.object, expression.index);
      case 'call':
        return followCall(this, item, expression);
      case 'string':
        for (const hole of expression.parts) {
          if (hole.kind === 'hole') this.push(part(item, hole.expression));
        }
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
        return this.followOther(item);
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
    else for (const one of elements) this.push(element(item, one));
  }

  private followDict(item: FlowItem, dict: Expression & { kind: 'dict' }): void {
    const key = item.select[0];
    const chosen = key === undefined ? undefined : elementOf(dict, [key]);
    if (chosen) return this.push(element(item, chosen));
    for (const entry of dict.entries) {
      if (entry.key === undefined) this.push(next(item, entry.value));
      else if (key === undefined || entry.key.kind !== 'string') {
        this.push(element(item, entry.value));
      }
    }
    if (dict.entries.length === 0) this.emit(item);
  }

  private followBinary(item: FlowItem, operator: string, left: Expression, right: Expression): void {
    const isChoice = operator === 'or' || operator === 'and' || operator === '|';
    const isList = [left, right].some(
      (side) => this.resolution.values.dereference(side).kind === 'collection',
    );
    const whole = item.whole && (isChoice || (isList && operator === '+'));
    for (const side of [left, right]) {
      const values = side.kind === 'collection' && operator === '%' ? side.elements : [side];
      for (const value of values)
        this.push(isChoice || isList ? next(item, value, { whole }) : part(item, value));
    }
  }

  private followAttribute(item: FlowItem, object: Expression, name: string): void {
    if (followAttributeDefinitions(this, item)) {
      // What a class gives a field is only its default: whoever made an object that comes as an argument may have given another.
      if (this.isParameter(object)) this.push(readFrom(item, object, name));
      return;
    }
    followMutations(this, item, object, name);
    const isExternal = this.isExternal(item.expression);
    if (isExternal) this.emit(item);
    if (!this.isImported(object)) this.push(readFrom(item, object, name));
    else if (!isExternal) this.emit(item);
  }

  private followElement(item: FlowItem, object: Expression, index: Expression | undefined): void {
    const value = index ? this.resolution.values.of(index) : undefined;
    const key = value?.known && isElementKey(value.value) ? value.value : undefined;
    const isExternal = object.kind === 'attribute' && this.isExternal(object);
    if (isExternal) this.emit(item);
    // A slice keeps what its elements are.
    if (!index) return this.push(next(item, object));
    const read = readFrom(item, object, typeof key === 'string' ? key : '*');
    this.push(key === undefined ? read : { ...read, select: [key, ...item.select] });
  }

  private followOther(item: FlowItem): void {
    const { expression } = item;
    if (expression instanceof ComprehensionNode) {
      for (const result of expression.results) this.push(element(item, result));
    } else if (expression instanceof SpreadNode) {
      for (const operand of expression.operands) this.push(next(item, operand));
    } else if (!(expression instanceof UnaryNode)) this.emit(item);
  }

  private isExternal(expression: Expression): boolean {
    return namesOf(this.resolution.entities.of(expression)).some((name) => !name.startsWith('<local>.'));
  }

  /** Whether a name is bound by an import: then what it is called by says more than where it comes from. */
  isImported(expression: Expression): boolean {
    if (!(expression instanceof NameNode)) return false;
    const definitions = this.resolution.bindings.definitions(expression.node);
    return definitions?.every((definition) => definition.kind === 'import') ?? false;
  }

  private isParameter(expression: Expression): boolean {
    if (!(expression instanceof NameNode) || expression.name === 'self') return false;
    const definitions = this.resolution.bindings.definitions(expression.node);
    return definitions?.some((definition) => definition.kind === 'parameter') ?? false;
  }

  isSanitizer(call: Call): boolean {
    return this.options.sanitizes?.(call) ?? false;
  }
}

function isElementKey(value: unknown): value is ElementKey {
  return typeof value === 'string' || typeof value === 'number';
}

function sameReads(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((read, at) => read === right[at]);
}
