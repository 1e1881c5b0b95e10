import { isCompound, isSimpleStatement, T } from '../syntax/node-types';
import type { Collect } from './collector';

const collectSimple: Collect = ({ tree, statements }, node) => {
  statements.push(tree.startOf(node), tree.endOf(node));
};

/** Each clause of a compound statement (`if`, `elif`, `else`) up to and with its colon. */
const collectHeaders: Collect = ({ tree, statements }, node) => {
  const parent = tree.parentOf(node);
  const isDecorated = tree.typeOf(parent) === T.DecoratedStatement;
  let start = isDecorated ? tree.startOf(parent) : tree.startOf(node);
  const headers: number[] = [];
  let isOpen = true;
  for (let child = tree.firstChild(node); child >= 0; child = tree.nextSibling(child)) {
    const type = tree.typeOf(child);
    if (type === T.Comment) continue;
    if (!isOpen) {
      start = tree.startOf(child);
      isOpen = true;
    }
    if (type === T.Body || type === T.MatchBody) {
      headers.push(start, tree.startOf(child) + 1);
      isOpen = false;
    }
  }
  if (headers.length === 0) headers.push(start, tree.endOf(node));
  statements.push(...headers);
};

/** Collectors of statement ranges, by node type. */
export const collectStatementRange: (readonly [number, Collect])[] = [];
isSimpleStatement.forEach((is, type) => {
  if (is) collectStatementRange.push([type, collectSimple]);
});
isCompound.forEach((is, type) => {
  if (is && type !== T.DecoratedStatement) collectStatementRange.push([type, collectHeaders]);
});
collectStatementRange.push([T.MatchClause, collectHeaders]);
