import { TreeFragment, type ChangedRange, type Tree } from '@lezer/common';
import type { TextChange } from '../../front-end';

/**
 * What can be used again of a text's last sound tree.
 *
 * While a bracket is open, the parser takes what follows for something else than it is, and of a tree with such mistakes it would
 * use them again, long after the bracket is closed. So parts are only taken from a tree without syntax errors, or without other
 * ones than the tree before had: the edits since are remembered instead.
 */
export class ReusableTree {
  private constructor(
    readonly fragments: readonly TreeFragment[],
    /** Offsets of the syntax errors that the tree was parsed with. */
    private readonly errors: readonly number[],
  ) {}

  /** Everything of a tree that was parsed without the help of another. */
  static of(tree: Tree, errors: readonly number[], isPartial: boolean): ReusableTree {
    return new ReusableTree(TreeFragment.addTree(tree, [], isPartial), errors);
  }

  /** Without what a change may touch: everything between `from` and `to` in the text before it. */
  after(
    { range: { start, end }, inserted }: TextChange,
    { from, to }: { readonly from: number; readonly to: number },
  ): ReusableTree {
    const moved = inserted - (end - start);
    const change: ChangedRange = { fromA: from, toA: to, fromB: from, toB: to + moved };
    const errors = this.errors.flatMap((at) => (at < start ? [at] : at > end ? [at + moved] : []));
    return new ReusableTree(TreeFragment.applyChanges(this.fragments, [change]), errors);
  }

  /** Whether a tree that was parsed with the help of this one has no syntax errors but those known before. */
  isSound(errors: readonly number[]): boolean {
    return errors.every((at) => this.errors.includes(at));
  }
}
