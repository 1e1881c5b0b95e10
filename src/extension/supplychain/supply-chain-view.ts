import { window, type Disposable, type LogOutputChannel, type TreeView } from 'vscode';
import type { LensClient } from '../client/lens-client';
import type { ChosenLifecycle } from '../lifecycle/chosen-lifecycle';
import { CONTEXT_KEYS } from '../names/context-keys';
import { VIEWS } from '../names/views';
import type { WorkspaceScan } from '../scan/workspace-scan';
import { scanText } from '../status/status-text';
import { coalesce } from '../support/coalesce';
import { Owner } from '../support/owner';
import { setContext } from '../support/set-context';
import { NodeTree } from '../tree/node-tree';
import type { TreeNode } from '../tree/tree-node';
import { folderNames } from './folder-names';
import { filterParts, filterText } from './part-filter';
import { partNodes } from './part-nodes';
import { partRows } from './part-row';
import { readWhenVisible } from './read-when-visible';
import type { SupplyChainState } from './supply-chain-state';
import type { SurveySource } from './survey-source';

const REDRAW_MS = 120;

export interface SupplyChainViewInput {
  readonly client: LensClient;
  readonly source: SurveySource;
  readonly state: SupplyChainState;
  readonly scan: WorkspaceScan;
  readonly chosen: ChosenLifecycle;
  readonly log: LogOutputChannel;
}

/** The AI supply chain view: the parts this workspace stands on. */
export class SupplyChainView implements Disposable {
  private readonly owner = new Owner();
  private readonly tree: NodeTree;
  readonly view: TreeView<TreeNode>;

  constructor(private readonly input: SupplyChainViewInput) {
    this.tree = this.owner.own(new NodeTree(() => this.roots()));
    this.view = this.owner.own(
      window.createTreeView(VIEWS.supplyChain, { treeDataProvider: this.tree, showCollapseAll: true }),
    );
    const { client, source, state, scan, chosen, log } = input;
    const redraw = this.owner.own(coalesce(() => this.draw(), REDRAW_MS));
    for (const event of [chosen.onDidChange, scan.onDidChange]) this.owner.own(event(redraw));
    this.owner.own(client.onDidChangeCatalog(redraw));
    this.owner.own(state.onDidChange(() => this.draw()));
    this.owner.own(readWhenVisible({ view: this.view, kept: source.inventory, onRead: redraw, log }));
    this.draw();
  }

  dispose(): void {
    this.owner.dispose();
  }

  private roots(): readonly TreeNode[] {
    const { client, source, state, chosen } = this.input;
    const folders = source.inventory.last ?? [];
    return partNodes({
      folders,
      rows: filterParts(partRows(folders), state.filters),
      grouping: state.grouping,
      catalog: client.catalog,
      lifecycle: chosen.id,
      nameOf: folderNames(folders.length),
    });
  }

  private draw(): void {
    const { source, state, scan } = this.input;
    const all = partRows(source.inventory.last ?? []);
    setContext(CONTEXT_KEYS.hasParts, all.length > 0);
    setContext(CONTEXT_KEYS.partsFiltered, state.filters.length > 0);
    setContext(CONTEXT_KEYS.partGrouping, state.grouping);
    const shown = filterParts(all, state.filters).length;
    this.view.description =
      state.filters.length > 0
        ? `${shown} of ${all.length}: ${filterText(state.filters)}`
        : `by ${state.grouping}`;
    this.view.message = scan.progress ? scanText(scan.progress) : '';
    this.tree.refresh();
  }
}
