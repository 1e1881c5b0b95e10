import type { Expression } from '../../expression';
import { type FlowItem, next, readFrom } from './flow-item';
import type { OriginSearch } from './origin-search';

/** Follows a loop variable to what is gone through; `path` is its place in a tuple of targets. */
export function followLoop(
  search: OriginSearch,
  item: FlowItem,
  iterable: Expression,
  path: readonly number[],
): void {
  const [place, ...rest] = path;
  if (iterable.kind === 'call' && place !== undefined) {
    const values = iterable.arguments.map((argument) => argument.value);
    if (iterable.names.includes('builtins.enumerate')) {
      const first = values[0];
      if (place === 1 && first) followLoop(search, item, first, rest);
      return;
    }
    if (iterable.names.includes('builtins.zip')) {
      const chosen = values[place];
      if (chosen) followLoop(search, item, chosen, rest);
      return;
    }
  }
  const list = search.resolution.values.dereference(iterable);
  if (list.kind === 'collection' && list === iterable) {
    for (const element of list.elements)
      search.push(next(item, element, { select: [...path, ...item.select] }));
  } else search.push(readFrom(item, iterable, '*'));
}
