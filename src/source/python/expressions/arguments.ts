import type { Argument } from '../../expression';
import { isToken, T } from '../syntax/node-types';
import type { ExpressionSource } from './expression-source';

/** The arguments between a call's parentheses, as written. */
export function readArguments(source: ExpressionSource, list: number): Argument[] {
  const { tree } = source.facts;
  if (tree.childOfType(list, T.for) >= 0) {
    const value = source.at(list);
    return [{ keyword: undefined, value, range: value.range, inPlace: true, spread: undefined }];
  }
  const found: Argument[] = [];
  let start = -1;
  let keyword: string | undefined;
  let spread: Argument['spread'];
  let value = -1;
  const flush = (): void => {
    if (value >= 0) {
      const range = { start, end: tree.endOf(value) };
      found.push({ keyword, value: source.at(value), range, inPlace: true, spread });
    }
    start = value = -1;
    keyword = spread = undefined;
  };
  for (let child = tree.firstChild(list); child >= 0; child = tree.nextSibling(child)) {
    const type = tree.typeOf(child);
    if (type === T[',']) {
      flush();
      continue;
    }
    if (type === T['('] || type === T[')'] || type === T.Comment || type === T['⚠']) continue;
    if (start < 0) start = tree.startOf(child);
    if (type === T['*']) spread = 'positional';
    else if (type === T['**']) spread = 'keyword';
    else if (type === T.AssignOp) {
      // `name := value` is a positional argument.
      if (tree.textOf(child) === '=' && value >= 0) keyword = tree.textOf(value);
      value = -1;
    } else if (!isToken[type]) value = child;
  }
  flush();
  return found;
}
