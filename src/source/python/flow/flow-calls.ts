import { extendTrail } from '../../flow-trail';
import type { Call, Expression } from '../../expression';
import { type FlowItem, next, part, readFrom } from './flow-item';
import type { OriginSearch } from './origin-search';

/** Functions whose result has the elements of their first argument. */
const SAME_ELEMENTS = new Set([
  'builtins.list', 'builtins.tuple', 'builtins.set', 'builtins.sorted', 'builtins.reversed', 'builtins.iter',
  'builtins.next', 'builtins.dict', 'copy.copy', 'copy.deepcopy',
]); // prettier-ignore
const ELEMENT_METHODS = new Set(['get', 'pop', 'setdefault']);
const MAX_FRAMES = 12;

/** Follows the result of a call: into functions of the file, through string methods, to receivers. */
export function followCall(search: OriginSearch, item: FlowItem, call: Call): void {
  const { options } = search;
  if (search.isSanitizer(call)) return;
  if (options.stopAt?.(call)) return search.emit(item);
  if (followStringMethod(search, item, call)) return;
  const handed = options.passesThrough?.(call);
  if (handed) {
    for (const argument of handed) search.push(next(item, argument.value, { select: [] }));
    return;
  }
  if (followLocal(search, item, call)) return;
  const first = call.arguments[0];
  if (first && call.names.some((name) => SAME_ELEMENTS.has(name))) {
    for (const argument of call.arguments) search.push(next(item, argument.value));
    return;
  }
  followReceiver(search, item, call);
}

/** `"...".format(a)`, `text.replace(mark, a)` and `", ".join(list)`: their values become parts of a string. */
function followStringMethod(search: OriginSearch, item: FlowItem, call: Call): boolean {
  if (call.callee.kind !== 'attribute') return false;
  const { object, name } = call.callee;
  if (name === 'replace' && followReplacement(search, item, call, object)) return true;
  const isBuilding =
    name === 'format' ||
    name === 'format_map' ||
    (name === 'join' && search.resolution.strings.parts(object) !== undefined);
  if (!isBuilding || call.names.some((one) => !one.startsWith('builtins.'))) return false;
  for (const argument of call.arguments) search.push(part(item, argument.value));
  search.push(part(item, object));
  return true;
}

/** `text.replace(mark, value)`: the text, with the value as a part. */
function followReplacement(search: OriginSearch, item: FlowItem, call: Call, text: Expression): boolean {
  const [mark, value, ...others] = call.arguments;
  if (!mark || !value || others.length > 0) return false;
  if (call.arguments.some(({ keyword, spread }) => keyword !== undefined || spread)) return false;
  if (call.names.some((one) => !one.startsWith('builtins.'))) search.emit(item);
  search.push(readFrom(item, text, 'replace()'));
  if (value.value.kind !== 'string' || value.value.value === undefined) search.push(part(item, value.value));
  return true;
}

/** Enters functions of this file by what they return. */
function followLocal(search: OriginSearch, item: FlowItem, call: Call): boolean {
  const { sites, entities, source } = search.resolution;
  const isConstructor = entities.of(call.callee).some((entity) => entity.kind === 'class');
  if (isConstructor) {
    search.emit(item);
    return true;
  }
  const found = sites.ofCall(call);
  if (found.length === 0) return false;
  const depth = (item.frame?.depth ?? 0) + 1;
  if (depth > MAX_FRAMES) return true;
  for (const site of found) {
    const frame = { site, outer: item.frame, depth };
    const name = site.record.name === '' ? 'the lambda' : `\`${site.record.name}()\``;
    for (const group of site.record.returns) {
      const value = source.group(group);
      const trail = extendTrail(item.trail, { range: value.range, label: `returned by ${name}` });
      search.push(next(item, value, { trail, frame }));
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
  const [key, fallback] = ELEMENT_METHODS.has(receiver.name) ? call.arguments : [];
  const value = key ? search.resolution.values.of(key.value) : undefined;
  const select = value?.known && typeof value.value === 'string' ? [value.value] : [];
  search.push({ ...readFrom(item, receiver.object, `${receiver.name}()`), select });
  if (fallback) search.push(next(item, fallback.value, { select: [] }));
}
