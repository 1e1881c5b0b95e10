import type { Call, Expression } from '../../expression';
import { LambdaNode } from '../expressions/nodes';
import { element, extend, type FlowItem, methodFrom, next, part } from './flow-item';
import type { OriginSearch } from './origin-search';

/** Functions whose result has the elements, or properties, of their arguments. */
const SAME_ELEMENTS = new Set([
  'globals.Array.from', 'globals.Object.assign', 'globals.Object.freeze', 'globals.structuredClone', 'globals.Promise.all',
  'globals.Promise.resolve', 'globals.Promise.race', 'globals.Set', 'globals.Map', 'globals.Array.of', 'globals.Promise.any',
  'globals.Object.seal', 'globals.Object.fromEntries',
]); // prettier-ignore
/** Methods whose result has the elements of what they are called on. */
const SAME_LIST = new Set([
  'filter', 'slice', 'reverse', 'sort', 'concat', 'toReversed', 'toSorted', 'flat', 'values', 'splice', 'catch', 'finally',
]); // prettier-ignore
/** Methods that give one element. */
const ONE_ELEMENT = new Set(['at', 'pop', 'shift', 'find', 'findLast', 'next']);
/** Methods whose result is what the function given to them returns. */
const RUNS = new Set(['map', 'flatMap', 'then', 'reduce', 'reduceRight', 'from']);
const MAX_FRAMES = 12;

/** Follows the result of a call: into functions of the file, through methods of strings and lists, to receivers. */
export function followCall(search: OriginSearch, item: FlowItem, call: Call): void {
  const { options } = search;
  if (search.isSanitizer(call)) return;
  if (options.stopAt?.(call)) return search.emit(item);
  const { callee } = call;
  if (callee.kind === 'attribute' && followMethod(search, item, call, callee)) return;
  const handed = options.passesThrough?.(call);
  if (handed) {
    for (const argument of handed) search.push(next(item, argument.value, { select: [] }));
    return;
  }
  if (followLocal(search, item, call)) return;
  if (call.names.some((name) => SAME_ELEMENTS.has(name))) {
    for (const { value, keyword } of call.arguments)
      if (keyword === undefined) search.push(next(item, value));
    return;
  }
  followReceiver(search, item, call);
}

/** Methods of strings, lists and promises, when nothing better is known of what they are called on. */
function followMethod(
  search: OriginSearch,
  item: FlowItem,
  call: Call,
  { object, name }: { readonly object: Expression; readonly name: string },
): boolean {
  const given = call.arguments.filter(({ keyword }) => keyword === undefined).map(({ value }) => value);
  if (name === 'join' && !call.names.some((one) => one.startsWith('path.'))) {
    search.push(part(item, object));
    return true;
  }
  if (name === 'concat') {
    for (const value of [object, ...given]) search.push(next(item, value));
    return true;
  }
  if (name === 'replace' || name === 'replaceAll') {
    search.push(next(item, object, { whole: false }));
    const replacement = given[1];
    if (replacement) search.push(part(item, replacement));
    return true;
  }
  if (RUNS.has(name) && followResults(search, item, call, name)) return true;
  if (SAME_LIST.has(name)) {
    search.push(next(item, object));
    return true;
  }
  if (ONE_ELEMENT.has(name)) {
    search.push(
      next(item, object, { select: ['*', ...item.select], access: ['*', ...item.access].slice(0, 16) }),
    );
    return true;
  }
  return false;
}

/** `list.map((x) => f(x))`: what the function returns. */
function followResults(search: OriginSearch, item: FlowItem, call: Call, method: string): boolean {
  const { source, facts } = search.resolution;
  let isKnown = false;
  for (const { value } of call.arguments) {
    const record = value instanceof LambdaNode ? facts.functionByNode.get(value.node) : undefined;
    const named = record
      ? [record]
      : search.resolution.entities
          .of(value)
          .flatMap((entity) => (entity.kind === 'function' ? [entity.record] : []));
    for (const { returns } of named) {
      for (const node of returns) {
        isKnown = true;
        const result = source.at(node);
        search.push(method === 'map' ? element(item, result) : next(item, result));
      }
    }
  }
  return isKnown;
}

/** Enters functions of this file by what they return. */
function followLocal(search: OriginSearch, item: FlowItem, call: Call): boolean {
  const { sites, entities, source } = search.resolution;
  if (entities.of(call.callee).some((entity) => entity.kind === 'class')) {
    search.emit(item);
    return true;
  }
  const found = sites.ofCall(call);
  if (found.length === 0) return false;
  const depth = (item.frame?.depth ?? 0) + 1;
  if (depth > MAX_FRAMES) return true;
  for (const site of found) {
    const name = site.record.name === '' ? 'the function' : `\`${site.record.name}()\``;
    for (const node of site.record.returns) {
      const value = source.at(node);
      const returned = extend(item, value.range, `returned by ${name}`);
      search.push(next(returned, value, { frame: { site, outer: item.frame, depth } }));
    }
  }
  return true;
}

/** A call of code elsewhere is an origin; what its method was called on may be one too. */
function followReceiver(search: OriginSearch, item: FlowItem, call: Call): void {
  const { callee } = call;
  const receiver = callee.kind === 'attribute' && !search.isImported(callee.object) ? callee : undefined;
  if (call.names.length > 0 || !receiver) search.emit(item);
  if (!receiver) return;
  const key = receiver.name === 'get' ? call.arguments[0]?.value : undefined;
  const known = key ? search.resolution.values.of(key) : undefined;
  const select = known?.known === true && typeof known.value === 'string' ? [known.value] : [];
  search.push({ ...methodFrom(item, receiver.object, receiver.name), select });
}
