import type { Tree } from '@lezer/common';
import { FlatTree } from '../../syntax/flat-tree';
import { canonicalType } from './node-types';

/** A parsed Python text. */
export class SyntaxTree extends FlatTree {
  constructor(text: string, tree: Tree) {
    super(text, tree, canonicalType);
  }
}
