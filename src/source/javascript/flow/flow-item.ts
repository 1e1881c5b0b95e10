import type { Expression } from '../../expression';
import { extendTrail, type Trail } from '../../flow-trail';
import type { FlowStep } from '../../model';
import type { CallSite } from '../resolve/call-sites';
import type { ElementKey } from '../resolve/elements';

/** Calls entered on the way, so that a parameter is followed to the call it was entered by. */
export interface Frame {
  readonly site: CallSite;
  readonly outer: Frame | undefined;
  readonly depth: number;
}

/** A value whose origin is looked for. */
export interface FlowItem {
  readonly expression: Expression;
  readonly trail: Trail | undefined;
  readonly frame: Frame | undefined;
  /** False once the value is only a part of a string. */
  readonly whole: boolean;
  /** Which element of the value is meant, outermost key first; empty for all of it. `*` is any. */
  readonly select: readonly ElementKey[];
  /** What is read of the value, the first read first; see `Origin.access`. */
  readonly access: readonly string[];
}

const MAX_ACCESS = 16;

/** The item one step further back. */
export function next(item: FlowItem, expression: Expression, change: Partial<FlowItem> = {}): FlowItem {
  return { ...item, ...change, expression };
}

export function extend(item: FlowItem, range: FlowStep['range'], label: string): FlowItem {
  return { ...item, trail: extendTrail(item.trail, { range, label }) };
}

/** The element of a literal that is meant: its key has been read with that. */
export function element(item: FlowItem, expression: Expression): FlowItem {
  const isRead = item.select.length > 0;
  return next(item, expression, {
    select: item.select.slice(1),
    access: isRead ? item.access.slice(1) : item.access,
  });
}

/** The value that is put into a string. */
export function part(item: FlowItem, expression: Expression): FlowItem {
  return next(item, expression, { whole: false, select: [], access: [] });
}

/** What `item` is an element or property of. */
export function elementFrom(item: FlowItem, object: Expression, key: ElementKey): FlowItem {
  const read = typeof key === 'string' ? key : '*';
  return next(item, object, {
    select: [key, ...item.select],
    access: [read, ...item.access].slice(0, MAX_ACCESS),
  });
}

/** What `item` is the result of a method of. */
export function methodFrom(item: FlowItem, object: Expression, method: string): FlowItem {
  return next(item, object, { select: [], access: [`${method}()`, ...item.access].slice(0, MAX_ACCESS) });
}
