import { window, type Disposable, type TreeView } from 'vscode';
import type { WireFinding } from '../../protocol/finding';
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
import { filterFindings } from './finding-filter';
import { findingNodes, groupNodeId } from './finding-nodes';
import { countText } from './finding-text';
import type { FindingsStore } from './findings-store';
import type { FindingsViewState } from './findings-view-state';
import type { GroupingContext } from './grouping';

const REDRAW_MS = 80;

export interface FindingsViewInput {
  readonly store: FindingsStore;
  readonly state: FindingsViewState;
  readonly scan: WorkspaceScan;
  readonly chosen: ChosenLifecycle;
  /** Read at every draw: the catalog comes later than the view. */
  readonly context: () => GroupingContext;
}

/** The Findings view: tree, badge, filter note. */
export class FindingsView implements Disposable {
  private readonly owner = new Owner();
  private readonly tree: NodeTree;
  readonly view: TreeView<TreeNode>;
  readonly redraw: () => void;

  constructor(private readonly input: FindingsViewInput) {
    this.tree = this.owner.own(
      new NodeTree(() => findingNodes(this.visible(), this.input.state.grouping, this.input.context())),
    );
    this.view = this.owner.own(
      window.createTreeView(VIEWS.findings, { treeDataProvider: this.tree, showCollapseAll: true }),
    );
    this.redraw = this.owner.own(coalesce(() => this.draw(), REDRAW_MS));
    this.owner.own(input.store.onDidChange(this.redraw));
    this.owner.own(input.scan.onDidChange(this.redraw));
    // What the user chose is shown at once, so that a reveal right after it finds its row.
    for (const event of [input.state.onDidChange, input.chosen.onDidChange])
      this.owner.own(event(() => this.draw()));
    this.draw();
  }

  /** The findings that the filter lets through. */
  visible(): readonly WireFinding[] {
    return filterFindings(this.input.store.all(), this.input.state.filter, this.input.context());
  }

  /** Shows and selects a finding. A filter that hides it is cleared. */
  async reveal(finding: WireFinding): Promise<void> {
    if (!this.visible().some(({ id }) => id === finding.id)) this.input.state.filter = '';
    const holds = (group: TreeNode): boolean => group.children !== undefined;
    await this.show(this.tree.find((node) => node.finding?.id === finding.id, holds));
  }

  /** Groups by the stages of the lifecycle that has this one, and shows its group. */
  async revealStage(stage: string): Promise<void> {
    const { chosen, context } = this.input;
    const owner = context().catalog?.lifecycles.find(({ stages }) => stages.includes(stage));
    if (owner) chosen.id = owner.id;
    if (this.input.state.grouping !== 'stage') this.input.state.grouping = 'stage';
    const id = groupNodeId('stage', stage);
    await this.show(
      this.tree.find(
        (node) => node.id === id,
        () => false,
      ),
    );
  }

  dispose(): void {
    this.owner.dispose();
  }

  private async show(node: TreeNode | undefined): Promise<void> {
    const first = node ?? this.tree.roots()[0];
    if (first) await this.view.reveal(first, { select: node !== undefined, focus: true, expand: true });
  }

  private draw(): void {
    const { store, state, scan } = this.input;
    const total = store.all().length;
    const shown = state.filter ? this.visible().length : total;
    setContext(CONTEXT_KEYS.hasFindings, total > 0);
    setContext(CONTEXT_KEYS.filtered, state.filter !== '');
    setContext(CONTEXT_KEYS.grouping, state.grouping);
    this.view.badge = shown > 0 ? { value: shown, tooltip: countText(shown) } : undefined;
    this.view.description = state.filter
      ? `${shown} of ${total}, filter: ${state.filter}`
      : `by ${state.grouping}`;
    this.view.message = scan.progress ? scanText(scan.progress) : '';
    this.tree.refresh();
  }
}
