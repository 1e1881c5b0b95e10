import { extendTrail } from '../../flow-trail';
import type { Expression } from '../../expression';
import { NameNode } from '../expressions/nodes';
import type { Definition, Mutation, ValueDefinition } from '../facts/definition';
import { scopeAt } from '../facts/facts';
import type { FunctionRecord } from '../facts/scope';
import { T } from '../syntax/node-types';
import { argumentsFor, type CallSite } from '../resolve/call-sites';
import { classLineage } from '../resolve/class-attributes';
import { element, type FlowItem, type Frame, next } from './flow-item';
import { followLoop } from './flow-loops';
import type { OriginSearch } from './origin-search';

/** Follows a name to everything that it may have been given, and what was put into it. */
export function followName(search: OriginSearch, item: FlowItem, name: NameNode): void {
  const definitions = search.resolution.bindings.definitions(name.node);
  if (!definitions || definitions.length === 0) return search.emit(item);
  const withValue = definitions.filter((definition) => definition.kind !== 'annotation');
  if (withValue.length === 0) return search.emit(item);
  for (const definition of withValue) followDefinition(search, item, definition);
  followMutations(search, item, name, undefined);
}

/** Follows `self.name` and `Class.name` to what the class gives it. False when the class gives it nothing. */
export function followAttributeDefinitions(search: OriginSearch, item: FlowItem): boolean {
  const { values, entities } = search.resolution;
  const definitions = values.definitions(item.expression).filter((one) => one.kind !== 'annotation');
  for (const definition of definitions) followDefinition(search, item, definition);
  if (item.expression.kind !== 'attribute') return definitions.length > 0;
  for (const entity of entities.of(item.expression.object)) {
    if (entity.kind !== 'instance' && entity.kind !== 'class') continue;
    for (const owner of classLineage(entities, entity.record)) {
      for (const mutation of owner.attributeMutations.get(item.expression.name) ?? []) {
        followMutation(search, { ...item, frame: undefined }, mutation);
      }
    }
  }
  return definitions.length > 0;
}

function followDefinition(search: OriginSearch, item: FlowItem, definition: Definition): void {
  switch (definition.kind) {
    case 'parameter':
      return followParameter(search, item, definition.record, definition.index);
    case 'value':
      return followValue(search, item, definition);
    case 'function': {
      const isProperty = item.expression.kind === 'attribute' && definition.record.decorators.length > 0;
      if (!isProperty) return search.emit(item);
      for (const group of definition.record.returns)
        search.push(next(item, search.resolution.source.group(group)));
      return;
    }
    default:
      return search.emit(item);
  }
}

function followValue(search: OriginSearch, item: FlowItem, definition: ValueDefinition): void {
  const { source, facts } = search.resolution;
  const range = facts.tree.rangeOf(definition.node);
  const value = source.group(definition.value);
  const here = (label: string): FlowItem => ({ ...item, trail: extendTrail(item.trail, { range, label }) });
  switch (definition.source) {
    case 'assignment':
      return search.push(next(here(`assigned to \`${definition.name}\``), value, unpacked(definition, item)));
    case 'with':
      return search.push(next(here(`opened as \`${definition.name}\``), value, { select: [] }));
    case 'loop':
      return followLoop(search, here(`taken in turn as \`${definition.name}\``), value, definition.path);
    case 'augmented': {
      const whole = item.whole && search.resolution.values.dereference(value).kind === 'collection';
      search.push(next(here(`added to \`${definition.name}\``), value, { whole, select: [] }));
      return search.push(next(item, source.at(definition.node)));
    }
  }
}

/** Which element of the assigned value is meant: that of the unpacked target, then that asked for. */
function unpacked(definition: ValueDefinition, item: FlowItem): Pick<FlowItem, 'select' | 'access'> {
  const { path } = definition;
  const access = [...path.map(() => '*'), ...item.access];
  return path.some((position) => position < 0)
    ? { select: [], access }
    : { select: [...path, ...item.select], access };
}

function followParameter(search: OriginSearch, item: FlowItem, record: FunctionRecord, index: number): void {
  const frame = frameOf(item.frame, record);
  const sites = frame ? [frame.site] : search.resolution.sites.of(record);
  const outer = frame?.outer;
  const parameter = record.parameters[index];
  const isSelf = index === 0 && record.enclosingClass !== undefined && !record.isStatic;
  if (isSelf) return search.emit(item);
  if (!frame && search.options.openParameters) return search.emitParameter(item, record, index);
  let isFilled = false;
  let isLeft = sites.length === 0;
  for (const site of sites) {
    const given = argumentsFor(site, index);
    if (given === 'unknown') {
      search.emit(item);
      isFilled = true;
      continue;
    }
    if (given.length === 0) isLeft = true;
    for (const argument of given) {
      isFilled = true;
      const label = passedLabel(site, parameter?.name ?? '');
      const trail = extendTrail(item.trail, { range: argument.range, label });
      search.push(next(item, argument.value, { trail, frame: outer }));
    }
  }
  if (!isFilled) search.emitParameter(item, record, index);
  if (isLeft && parameter?.default !== undefined) {
    search.push(next(item, search.resolution.source.at(parameter.default), { frame: outer }));
  }
}

function passedLabel(site: CallSite, parameter: string): string {
  const name = site.record.name === '' ? 'the lambda' : `\`${site.record.name}()\``;
  return `passed to ${name} as \`${parameter}\``;
}

function frameOf(frame: Frame | undefined, record: FunctionRecord): Frame | undefined {
  let at = frame;
  while (at && at.site.record !== record) at = at.outer;
  return at;
}

/** Follows what is put into a container or set on an object that a name stands for. */
export function followMutations(
  search: OriginSearch,
  item: FlowItem,
  object: Expression,
  attribute: string | undefined,
): void {
  if (!(object instanceof NameNode)) return;
  const { bindings } = search.resolution;
  const mutations = bindings.mutations(object.node, object.name);
  if (mutations.length === 0) return;
  const meant = new Set(bindings.definitions(object.node));
  for (const mutation of mutations) {
    if (mutation.attribute !== attribute) continue;
    const isSame = bindings.definitions(mutation.receiver)?.some((definition) => meant.has(definition));
    if (isSame && isBefore(search, mutation, object.node)) followMutation(search, item, mutation);
  }
}

function followMutation(search: OriginSearch, item: FlowItem, mutation: Mutation): void {
  const { source, values, facts } = search.resolution;
  if (mutation.keyNode !== undefined) {
    const key = values.of(source.at(mutation.keyNode));
    if (item.select.length > 0 && key.known && key.value !== item.select[0]) return;
  }
  const trail = extendTrail(item.trail, { range: facts.tree.rangeOf(mutation.node), label: mutation.label });
  for (const group of mutation.values) {
    const value = source.group(group);
    search.push(
      mutation.isElement ? element({ ...item, trail }, value) : next(item, value, { trail, select: [] }),
    );
  }
}

/** Whether a change can have happened when the name at `use` is read. */
function isBefore(search: OriginSearch, mutation: Mutation, use: number): boolean {
  const { facts } = search.resolution;
  const { tree } = facts;
  if (mutation.node < use || scopeAt(facts, mutation.node) !== scopeAt(facts, use)) return true;
  for (let at = tree.parentOf(use); at >= 0; at = tree.parentOf(at)) {
    const isLoop = tree.typeOf(at) === T.ForStatement || tree.typeOf(at) === T.WhileStatement;
    if (isLoop && tree.contains(at, mutation.node)) return true;
  }
  return false;
}
