import { window, type Disposable, type TreeView } from 'vscode';
import type { LensClient } from '../client/lens-client';
import type { FindingsStore } from '../findings/findings-store';
import { VIEWS } from '../names/views';
import { coalesce } from '../support/coalesce';
import { Owner } from '../support/owner';
import { NodeTree } from '../tree/node-tree';
import type { TreeNode } from '../tree/tree-node';
import type { ActiveStages } from './active-stages';
import type { ChosenLifecycle } from './chosen-lifecycle';
import { lifecycleNodes } from './lifecycle-nodes';

const REDRAW_MS = 120;

export interface LifecycleViewInput {
  readonly client: LensClient;
  readonly store: FindingsStore;
  readonly active: ActiveStages;
  readonly chosen: ChosenLifecycle;
  readonly pathOf: (uri: string) => string;
}

/** The Lifecycle view: the stages of the chosen lifecycle. */
export class LifecycleView implements Disposable {
  private readonly owner = new Owner();
  private readonly tree: NodeTree;
  readonly view: TreeView<TreeNode>;

  constructor(private readonly input: LifecycleViewInput) {
    this.tree = this.owner.own(new NodeTree(() => this.roots()));
    this.view = this.owner.own(
      window.createTreeView(VIEWS.lifecycle, { treeDataProvider: this.tree, showCollapseAll: true }),
    );
    const redraw = this.owner.own(coalesce(() => this.draw(), REDRAW_MS));
    for (const event of [input.store.onDidChange, input.active.onDidChange, input.chosen.onDidChange])
      this.owner.own(event(redraw));
    this.owner.own(input.client.onDidChangeCatalog(redraw));
    this.draw();
  }

  dispose(): void {
    this.owner.dispose();
  }

  private roots(): readonly TreeNode[] {
    const { client, store, active, chosen, pathOf } = this.input;
    if (!client.catalog) return [];
    return lifecycleNodes({
      catalog: client.catalog,
      lifecycle: chosen.id,
      findings: store.all(),
      activeStages: active.current?.stages ?? [],
      pathOf,
    });
  }

  private draw(): void {
    const { chosen, client } = this.input;
    this.view.description = chosen.in(client.catalog)?.title ?? '';
    this.tree.refresh();
  }
}
