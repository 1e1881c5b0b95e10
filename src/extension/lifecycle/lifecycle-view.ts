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
import { guideOfCatalog } from './guide-of-catalog';
import type { KeptLifecycleFilter } from './kept-filter';
import { applyLifecycleFilter } from './lifecycle-filter';
import { lifecycleNodes } from './lifecycle-nodes';

const REDRAW_MS = 120;

export interface LifecycleViewInput {
  readonly client: LensClient;
  readonly store: FindingsStore;
  readonly active: ActiveStages;
  readonly chosen: ChosenLifecycle;
  readonly filter: KeptLifecycleFilter;
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
    const { store, active, chosen, filter } = input;
    for (const event of [store.onDidChange, active.onDidChange, chosen.onDidChange, filter.onDidChange])
      this.owner.own(event(redraw));
    this.owner.own(input.client.onDidChangeCatalog(redraw));
    this.draw();
  }

  dispose(): void {
    this.owner.dispose();
  }

  private roots(): readonly TreeNode[] {
    const { client, store, active, chosen, filter, pathOf } = this.input;
    if (!client.catalog) return [];
    return lifecycleNodes({
      catalog: client.catalog,
      lifecycle: chosen.id,
      findings: store.all(),
      activeStages: active.current?.stages ?? [],
      pathOf,
      filter: filter.current,
    });
  }

  private draw(): void {
    const { chosen, client, filter } = this.input;
    const narrowed =
      client.catalog &&
      filter.current &&
      applyLifecycleFilter(filter.current, guideOfCatalog(client.catalog));
    const title = chosen.in(client.catalog)?.title ?? '';
    this.view.description = narrowed ? `${title} · ${narrowed.title}` : title;
    this.tree.refresh();
  }
}
