import type { Tree } from '@lezer/common';
import { FlatTree } from '../../syntax/flat-tree';
import { flatten } from '../../syntax/flatten';
import { canonicalType, isToken } from './node-types';

/** A parsed JavaScript or TypeScript text. */
export class SyntaxTree extends FlatTree {
  constructor(text: string, tree: Tree) {
    super(text, flatten(tree, text.length, canonicalType));
  }

  /** The first child that is an expression or a pattern; -1 when there is none. */
  firstExpression(node: number): number {
    for (let child = this.firstChild(node); child >= 0; child = this.nextSibling(child)) {
      if (!isToken[this.typeOf(child)]) return child;
    }
    return -1;
  }

  /** The last child that is an expression or a pattern; -1 when there is none. */
  lastExpression(node: number): number {
    let found = -1;
    for (let child = this.firstChild(node); child >= 0; child = this.nextSibling(child)) {
      if (!isToken[this.typeOf(child)]) found = child;
    }
    return found;
  }

  expressions(node: number): number[] {
    return this.children(node).filter((child) => !isToken[this.typeOf(child)]);
  }
}
