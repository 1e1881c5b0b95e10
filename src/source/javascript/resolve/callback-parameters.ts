import type { Call } from '../../expression';
import type { FunctionRecord } from '../facts/records';
import type { CallbackSite } from './callbacks';

/** What the first parameter of a function is, when the function is given to a method of this name. */
const RECEIVES: Readonly<Record<string, 'element' | 'value'>> = {
  every: 'element', filter: 'element', find: 'element', findIndex: 'element', findLast: 'element', flatMap: 'element',
  forEach: 'element', map: 'element', some: 'element', sort: 'element', on: 'element', once: 'element', subscribe: 'element',
  tap: 'value', then: 'value', finally: 'value',
}; // prettier-ignore

/** Events that carry something else than what the object is about. */
const OTHER_EVENTS = /^(?:error|close|end|finish|exit|abort|connect|drain|open|ready|listening|timeout)$/u;

/** What a parameter of a function receives from the object whose method the function is given to. */
export function receivedFrom(
  { call, property }: CallbackSite,
  index: number,
): { readonly object: Call['callee']; readonly as: 'element' | 'value' } | undefined {
  const { callee } = call;
  if (callee.kind !== 'attribute' || property !== undefined) return undefined;
  if (callee.name === 'reduce' || callee.name === 'reduceRight') {
    return index === 1 ? { object: callee.object, as: 'element' } : undefined;
  }
  const as = Object.hasOwn(RECEIVES, callee.name) ? RECEIVES[callee.name] : undefined;
  if (as === undefined || index !== 0) return undefined;
  if (callee.name === 'on' || callee.name === 'once') {
    const event = call.arguments[0]?.value;
    if (event?.kind === 'string' && OTHER_EVENTS.test(event.value ?? '')) return undefined;
  }
  return { object: callee.object, as };
}

/** Names by which programs know what a web framework hands over, whatever framework it is. */
const REQUEST = /^_?req(?:uest)?$/u;
const RESPONSE = /^_?(?:res(?:ponse)?|reply)$/u;
const METHODS = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/u;

/**
 * What a parameter stands for by convention: `(req, res)` are request and response of a web framework, whichever it is; the first
 * parameter of an exported `POST`, or of a worker's `fetch`, is a standard `Request`; the `event` of an exported `handler` is that of a
 * function in the cloud.
 */
export function conventionalName(record: FunctionRecord, index: number): string | undefined {
  const names = record.parameters.map(({ name }) => name);
  const request = names.findIndex((name, at) => REQUEST.test(name) && RESPONSE.test(names[at + 1] ?? ''));
  if (request >= 0) {
    return index === request ? '<http>.Request()' : index === request + 1 ? '<http>.Response()' : undefined;
  }
  if (index !== 0) return undefined;
  if (record.isExported && METHODS.test(record.name)) return 'globals.Request()';
  if (record.name === 'fetch' && record.isExported && REQUEST.test(names[0] ?? ''))
    return 'globals.Request()';
  return record.isExported && record.name === 'handler' && names[0] === 'event'
    ? '<http>.Event()'
    : undefined;
}
