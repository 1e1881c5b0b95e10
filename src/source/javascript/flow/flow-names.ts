import type { Expression } from '../../expression';
import { NameNode } from '../expressions/nodes';
import type {
  BindingPath,
  Definition,
  Mutation,
  ParameterDefinition,
  ValueDefinition,
} from '../facts/records';
import { argumentsFor } from '../resolve/call-sites';
import { receivedFrom } from '../resolve/callback-parameters';
import { classLineage } from '../resolve/members';
import { element, elementFrom, extend, type FlowItem, type Frame, next } from './flow-item';
import { followState } from './flow-state';
import type { OriginSearch } from './origin-search';

/** Follows a name to everything that it may have been given, and what was put into it. */
export function followName(search: OriginSearch, item: FlowItem, name: NameNode): void {
  const definitions = search.resolution.bindings.definitions(name.node);
  const withValue = definitions?.filter(({ kind }) => kind !== 'annotation') ?? [];
  if (withValue.length === 0) search.emit(item);
  for (const definition of withValue) followDefinition(search, item, definition);
  followMutations(search, item, name, undefined);
}

/** Follows `this.name` to what the class gives it. False when the class gives it nothing. */
export function followMember(search: OriginSearch, item: FlowItem): boolean {
  const { expression } = item;
  if (expression.kind !== 'attribute') return false;
  const { entities } = search.resolution;
  const definitions = entities.members(expression).filter(({ kind }) => kind !== 'annotation');
  for (const definition of definitions) followDefinition(search, item, definition);
  for (const entity of entities.of(expression.object)) {
    if (entity.kind !== 'instance' && entity.kind !== 'class') continue;
    for (const owner of classLineage(entities, entity.record)) {
      for (const mutation of owner.mutations.get(expression.name) ?? [])
        followMutation(search, { ...item, frame: undefined }, mutation);
    }
  }
  return definitions.length > 0;
}

function followDefinition(search: OriginSearch, item: FlowItem, definition: Definition): void {
  switch (definition.kind) {
    case 'parameter':
      return followParameter(search, item, definition);
    case 'value':
      return followValue(search, item, definition);
    case 'function':
      if (definition.record.kind !== 'getter') return search.emit(item);
      for (const node of definition.record.returns)
        search.push(next(item, search.resolution.source.at(node)));
      return;
    default:
      return search.emit(item);
  }
}

function followValue(search: OriginSearch, item: FlowItem, definition: ValueDefinition): void {
  const { source, facts } = search.resolution;
  const range = facts.tree.rangeOf(definition.node);
  const value = source.at(definition.value);
  const { name, path, fallback } = definition;
  switch (definition.source) {
    case 'assignment':
      if (fallback !== undefined) search.push(next(item, source.at(fallback)));
      if (followState(search, item, definition)) return;
      return search.push(along(extend(item, range, `assigned to \`${name}\``), value, path));
    case 'loop':
      return search.push(along(extend(item, range, `taken in turn as \`${name}\``), value, ['*', ...path]));
    case 'keys':
      return search.push(next(extend(item, range, `a key, as \`${name}\``), value, { select: [] }));
    case 'augmented':
      search.push(
        next(extend(item, range, `added to \`${name}\``), value, { whole: false, select: [], access: [] }),
      );
      // What it was before is found from the place where it is changed.
      return search.push(next(item, source.at(definition.node)));
  }
}

/** The part of a value that a pattern takes. */
function along(item: FlowItem, value: Expression, path: BindingPath): FlowItem {
  return [...path].reverse().reduce((at, key) => elementFrom(at, value, key), next(item, value));
}

function followParameter(search: OriginSearch, item: FlowItem, definition: ParameterDefinition): void {
  const { record, index, path, fallback } = definition;
  const { source, sites, callbacks } = search.resolution;
  const frame = frameOf(item.frame, definition);
  const calls = frame ? [frame.site] : sites.of(record);
  let isFilled = false;
  let isLeft = calls.length === 0;
  for (const site of calls) {
    const given = argumentsFor(site, index);
    if (given === 'unknown') {
      search.emit(item);
      isFilled = true;
      continue;
    }
    if (given.length === 0) isLeft = true;
    for (const argument of given) {
      isFilled = true;
      const passed = extend(
        item,
        argument.range,
        `passed to ${called(record.name)} as \`${definition.name}\``,
      );
      search.push(along({ ...passed, frame: frame?.outer }, argument.value, path));
    }
  }
  for (const site of frame ? [] : callbacks.of(record)) {
    const received = receivedFrom(site, index);
    if (!received) continue;
    isFilled = true;
    const keys: BindingPath = received.as === 'element' ? ['*', ...path] : path;
    search.push(
      along(extend(item, received.object.range, `received as \`${definition.name}\``), received.object, keys),
    );
  }
  if (!isFilled || callbacks.of(record).some((site) => !receivedFrom(site, index))) {
    search.emitParameter(item, definition);
  }
  const byDefault = path.length > 0 ? fallback : record.parameters[index]?.default;
  if (isLeft && byDefault !== undefined)
    search.push(next(item, source.at(byDefault), { frame: frame?.outer }));
}

function called(name: string): string {
  return name === '' ? 'the function' : `\`${name}()\``;
}

function frameOf(frame: Frame | undefined, { record }: ParameterDefinition): Frame | undefined {
  let at = frame;
  while (at && at.site.record !== record) at = at.outer;
  return at;
}

/** Follows what is put into an object that a name stands for: into all of it, or only as one property. */
export function followMutations(
  search: OriginSearch,
  item: FlowItem,
  object: Expression,
  property: string | undefined,
): void {
  if (!(object instanceof NameNode)) return;
  for (const mutation of search.resolution.bindings.mutations(object.node)) {
    if (property === undefined) {
      // Of an object as a whole, every property that is set is a part; the one that is asked for was looked at before.
      if (mutation.property === undefined || item.select.length === 0) followMutation(search, item, mutation);
    } else if (mutation.property === property) followMutation(search, item, mutation);
  }
}

function followMutation(search: OriginSearch, item: FlowItem, mutation: Mutation): void {
  const { source, values, facts } = search.resolution;
  if (mutation.keyNode !== undefined && item.select.length > 0) {
    const key = values.of(source.at(mutation.keyNode));
    if (key.known && item.select[0] !== '*' && String(key.value) !== String(item.select[0])) return;
  }
  const at = extend(item, facts.tree.rangeOf(mutation.node), mutation.label);
  for (const node of mutation.values) {
    const value = source.at(node);
    search.push(mutation.isElement ? element(at, value) : next(at, value));
  }
}
