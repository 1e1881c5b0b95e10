import { isCompound, isSimpleStatement, T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';

interface Target {
  readonly tree: SyntaxTree;
  readonly statements: number[];
  readonly elements: number[];
}

/** Notes where statements stand: simple ones whole, compound ones up to their body. Tags of JSX are noted apart. */
export function collectStatement({ tree, statements, elements }: Target, node: number, type: number): void {
  if (isSimpleStatement[type] === 1) statements.push(tree.startOf(node), tree.endOf(node));
  else if (type === T.JSXOpenTag || type === T.JSXSelfClosingTag)
    elements.push(tree.startOf(node), tree.endOf(node));
  else if (isCompound[type] === 1) {
    const body = bodyOf(tree, node);
    statements.push(
      tree.startOf(node),
      body < 0 ? tree.endOf(node) : Math.max(tree.startOf(node), tree.startOf(body)),
    );
  }
}

function bodyOf(tree: SyntaxTree, node: number): number {
  for (let child = tree.firstChild(node); child >= 0; child = tree.nextSibling(child)) {
    const type = tree.typeOf(child);
    if (
      type === T.Block ||
      type === T.SwitchBody ||
      type === T.ClassBody ||
      type === T.EnumBody ||
      isSimpleStatement[type] === 1 ||
      isCompound[type] === 1
    )
      return child;
  }
  return -1;
}
