import { window, type Disposable, type Memento, type TreeView } from 'vscode';
import type { Lifecycle } from '../../catalog/schema/lifecycle';
import type { LensClient } from '../client/lens-client';
import type { FindingsStore } from '../findings/findings-store';
import { VIEWS } from '../names/views';
import { coalesce } from '../support/coalesce';
import { Owner } from '../support/owner';
import { NodeTree } from '../tree/node-tree';
import type { TreeNode } from '../tree/tree-node';
import type { ActiveStages } from './active-stages';
import { lifecycleNodes } from './lifecycle-nodes';
import { chosenLifecycle } from './lifecycle-order';

const REDRAW_MS = 120;
const LIFECYCLE_KEY = 'lifecycle.shown';

export interface LifecycleViewInput {
  readonly client: LensClient;
  readonly store: FindingsStore;
  readonly active: ActiveStages;
  readonly memory: Memento;
  readonly pathOf: (uri: string) => string;
}

/** The Lifecycle view: the stages of one lifecycle. Which one is kept with the workspace. */
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
    for (const event of [input.store.onDidChange, input.active.onDidChange]) this.owner.own(event(redraw));
    this.owner.own(input.client.onDidChangeCatalog(redraw));
    this.draw();
  }

  /** Id of the lifecycle that is shown. */
  get lifecycle(): string {
    return this.shown()?.id ?? '';
  }

  set lifecycle(id: string) {
    void this.input.memory.update(LIFECYCLE_KEY, id);
    this.draw();
  }

  dispose(): void {
    this.owner.dispose();
  }

  private shown(): Lifecycle | undefined {
    const { client, memory } = this.input;
    return client.catalog && chosenLifecycle(client.catalog, memory.get(LIFECYCLE_KEY));
  }

  private roots(): readonly TreeNode[] {
    const { client, store, active, pathOf } = this.input;
    if (!client.catalog) return [];
    return lifecycleNodes({
      catalog: client.catalog,
      lifecycle: this.lifecycle,
      findings: store.all(),
      activeStages: active.current?.stages ?? [],
      pathOf,
    });
  }

  private draw(): void {
    this.view.description = this.shown()?.title ?? '';
    this.tree.refresh();
  }
}
