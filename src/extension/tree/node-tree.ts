import { EventEmitter, type ProviderResult, type TreeDataProvider, type TreeItem } from 'vscode';
import type { TreeNode } from './tree-node';
import { treeItem } from './tree-item';

/** Gives a view the nodes that `roots` makes, and knows their parents so that a row can be revealed. */
export class NodeTree implements TreeDataProvider<TreeNode> {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private parents = new WeakMap<TreeNode, TreeNode>();
  private children = new WeakMap<TreeNode, readonly TreeNode[]>();
  private current: readonly TreeNode[] | undefined;

  constructor(private readonly makeRoots: () => readonly TreeNode[]) {}

  refresh(): void {
    this.current = undefined;
    this.parents = new WeakMap();
    this.children = new WeakMap();
    this.changed.fire();
  }

  roots(): readonly TreeNode[] {
    return (this.current ??= this.makeRoots());
  }

  getTreeItem(node: TreeNode): TreeItem {
    return treeItem(node);
  }

  getChildren(node?: TreeNode): TreeNode[] {
    return [...(node ? this.childrenOf(node) : this.roots())];
  }

  getParent(node: TreeNode): ProviderResult<TreeNode> {
    return this.parents.get(node);
  }

  /** The first node, top down, for which `test` holds. Only branches that `enter` lets in are opened. */
  find(test: (node: TreeNode) => boolean, enter: (node: TreeNode) => boolean): TreeNode | undefined {
    const search = (nodes: readonly TreeNode[]): TreeNode | undefined => {
      for (const node of nodes) {
        if (test(node)) return node;
        const below = enter(node) ? search(this.childrenOf(node)) : undefined;
        if (below) return below;
      }
      return undefined;
    };
    return search(this.roots());
  }

  dispose(): void {
    this.changed.dispose();
  }

  private childrenOf(node: TreeNode): readonly TreeNode[] {
    const known = this.children.get(node);
    if (known) return known;
    const made = node.children?.() ?? [];
    for (const child of made) this.parents.set(child, node);
    this.children.set(node, made);
    return made;
  }
}
