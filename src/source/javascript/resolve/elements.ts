import type { Expression } from '../../expression';
import { SpreadNode } from '../expressions/nodes';

/** A position in a list, or a key of an object. */
export type ElementKey = string | number;

/** The element of a literal at a path; undefined when the literal does not show it. */
export function elementOf(value: Expression, path: readonly ElementKey[]): Expression | undefined {
  let at: Expression | undefined = value;
  for (const key of path) {
    if (at?.kind === 'await') at = at.operand;
    if (at?.kind === 'collection' && typeof key === 'number') at = positionOf(at.elements, key);
    else if (at?.kind === 'dict') at = keyOf(at.entries, key);
    else return undefined;
  }
  return at;
}

function positionOf(elements: readonly Expression[], position: number): Expression | undefined {
  // Behind a spread nothing can be counted.
  const spread = elements.findIndex((element) => element instanceof SpreadNode);
  return spread >= 0 && position >= spread ? undefined : elements[position];
}

function keyOf(
  entries: readonly { readonly key: Expression | undefined; readonly value: Expression }[],
  key: ElementKey,
): Expression | undefined {
  let found: Expression | undefined;
  for (const entry of entries) {
    // A later spread may replace what is written before it.
    if (entry.key === undefined) found = undefined;
    else if (
      (entry.key.kind === 'string' || entry.key.kind === 'number') &&
      String(entry.key.value) === String(key)
    ) {
      found = entry.value;
    }
  }
  return found;
}
