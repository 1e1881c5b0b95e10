import type { Tree } from '@lezer/common';
import { FlatTree } from '../../syntax/flat-tree';
import { flatten } from '../../syntax/flatten';
import { canonicalType } from './node-types';

/** A parsed Python text. */
export class SyntaxTree extends FlatTree {
  /** What the parser made from the grammar has read. */
  static of(text: string, tree: Tree): SyntaxTree {
    return new SyntaxTree(text, flatten(tree, text.length, canonicalType));
  }
}
