import type { Assignment, Expression } from '../expression';
import type { ExpressionSource } from './expressions/expression-source';
import { isToken, T } from './syntax/node-types';

/** What an assignment statement sets: one for each target of `a = b.c = value`. */
export function assignmentsAt(source: ExpressionSource, statement: number): readonly Assignment[] {
  const { tree } = source.facts;
  const groups: number[][] = [[]];
  for (const child of tree.children(statement)) {
    const type = tree.typeOf(child);
    if (type === T.AssignOp) groups.push([]);
    else if (type !== T.TypeDef) groups.at(-1)?.push(child);
  }
  const written = groups.length > 1 ? groups.pop() : undefined;
  if (!written || written.length === 0) return [];
  const range = tree.rangeOf(statement);
  return groups.flatMap((nodes): readonly Assignment[] => {
    const [node, ...others] = nodes;
    if (node === undefined || others.length > 0 || isToken[tree.typeOf(node)]) return [];
    const target = source.at(node);
    return isTarget(target) ? [{ target, value: source.group(written), range }] : [];
  });
}

function isTarget(expression: Expression): expression is Assignment['target'] {
  return expression.kind === 'name' || expression.kind === 'attribute' || expression.kind === 'subscript';
}
