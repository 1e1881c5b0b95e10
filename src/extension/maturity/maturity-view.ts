import { window, type Disposable, type LogOutputChannel, type TreeView } from 'vscode';
import type { LensClient } from '../client/lens-client';
import { guideOfCatalog } from '../lifecycle/guide-of-catalog';
import { VIEWS } from '../names/views';
import type { WorkspaceScan } from '../scan/workspace-scan';
import { scanText } from '../status/status-text';
import { folderNames } from '../supplychain/folder-names';
import { readWhenVisible } from '../supplychain/read-when-visible';
import type { SurveySource } from '../supplychain/survey-source';
import { coalesce } from '../support/coalesce';
import { Owner } from '../support/owner';
import { NodeTree } from '../tree/node-tree';
import type { TreeNode } from '../tree/tree-node';
import { maturityNodes } from './maturity-nodes';

const REDRAW_MS = 120;

export interface MaturityViewInput {
  readonly client: LensClient;
  readonly source: SurveySource;
  readonly scan: WorkspaceScan;
  readonly log: LogOutputChannel;
}

/** The Maturity view: how far the project has come, by the evidence in its files, and the cheapest next step. */
export class MaturityView implements Disposable {
  private readonly owner = new Owner();
  private readonly tree: NodeTree;
  readonly view: TreeView<TreeNode>;

  constructor(private readonly input: MaturityViewInput) {
    this.tree = this.owner.own(new NodeTree(() => this.roots()));
    this.view = this.owner.own(
      window.createTreeView(VIEWS.maturity, { treeDataProvider: this.tree, showCollapseAll: true }),
    );
    const { client, source, scan, log } = input;
    const redraw = this.owner.own(coalesce(() => this.draw(), REDRAW_MS));
    this.owner.own(scan.onDidChange(redraw));
    this.owner.own(client.onDidChangeCatalog(redraw));
    this.owner.own(readWhenVisible({ view: this.view, kept: source.assessment, onRead: redraw, log }));
    this.draw();
  }

  dispose(): void {
    this.owner.dispose();
  }

  private roots(): readonly TreeNode[] {
    const { client, source } = this.input;
    if (!client.catalog) return [];
    const folders = source.assessment.last ?? [];
    return maturityNodes(folders, guideOfCatalog(client.catalog).guide, folderNames(folders.length));
  }

  private draw(): void {
    const { scan, source } = this.input;
    const [first, second] = source.assessment.last ?? [];
    this.view.description = first && !second ? first.assessment.level : '';
    this.view.message = scan.progress ? scanText(scan.progress) : '';
    this.tree.refresh();
  }
}
