import { ViewColumn, window, workspace, type Disposable, type Uri, type WebviewPanel } from 'vscode';
import type { LensClient } from '../client/lens-client';
import type { FindingsStore } from '../findings/findings-store';
import type { ActiveStages } from '../lifecycle/active-stages';
import { SETTINGS, SETTINGS_SECTION } from '../names/settings';
import { LIFECYCLE_PANEL } from '../names/views';
import type { LearnArguments } from '../../protocol/messages';
import type { FromPanel, PanelSnapshot } from '../../protocol/panel';
import type { PanelCatalog } from '../../protocol/panel-catalog';
import type { PanelSupply } from '../../protocol/panel-supply';
import type { WorkspaceScan } from '../scan/workspace-scan';
import { panelFollowsEditor } from '../settings';
import type { SurveySource } from '../supplychain/survey-source';
import { coalesce } from '../support/coalesce';
import { Owner } from '../support/owner';
import { LifecyclePanel } from './lifecycle-panel';
import { PanelRequests } from './panel-requests';
import { panelSnapshot } from './panel-snapshot';
import { panelSupply } from './panel-supply';

const UPDATE_MS = 80;
const TITLE = 'MLSecOps Lifecycle';

export interface PanelControllerInput {
  readonly extensionUri: Uri;
  readonly client: LensClient;
  readonly store: FindingsStore;
  readonly scan: WorkspaceScan;
  readonly source: Pick<SurveySource, 'inventory'>;
  readonly active: ActiveStages;
  readonly onMessage: (message: FromPanel) => void;
  readonly onUnknownMessage: () => void;
}

/** Keeps the one lifecycle panel: opens it, restores it after a reload, sends it what changes. */
export class PanelController implements Disposable {
  private readonly owner = new Owner();
  private panel: LifecyclePanel | undefined;
  /** What the panel shows of the inventory, and what it was made of. */
  private supply: { readonly of: unknown; readonly shown: PanelSupply | undefined } | undefined;

  constructor(private readonly input: PanelControllerInput) {
    const update = this.owner.own(coalesce(() => this.panel?.update(), UPDATE_MS));
    const { client, store, scan, active } = input;
    for (const event of [store.onDidChange, scan.onDidChange, active.onDidChange])
      this.owner.own(event(update));
    this.owner.own(client.onDidChangeCatalog(update));
    this.owner.own(
      this.input.source.inventory.onDidExpire(() => {
        // What nobody looks at is read when somebody does.
        if (this.panel) this.readSupply();
      }),
    );
    this.owner.own(
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${SETTINGS_SECTION}.${SETTINGS.followEditor}`)) update();
      }),
    );
    this.owner.own(
      window.registerWebviewPanelSerializer(LIFECYCLE_PANEL, {
        deserializeWebviewPanel: async (panel) => {
          this.panel?.dispose();
          this.adopt(panel);
          await client.start();
        },
      }),
    );
  }

  /** Opens the panel or brings it to the front; with a selection shows that. */
  async open(selection?: LearnArguments): Promise<void> {
    if (this.panel) this.panel.show();
    else this.adopt(window.createWebviewPanel(LIFECYCLE_PANEL, TITLE, { viewColumn: ViewColumn.Beside }));
    if (selection) this.panel?.select(selection);
    await this.input.client.start();
  }

  dispose(): void {
    this.panel?.dispose();
    this.owner.dispose();
  }

  private adopt(webviewPanel: WebviewPanel): void {
    const { extensionUri, client, onMessage, onUnknownMessage } = this.input;
    const requests = new PanelRequests({
      client,
      findings: () => (client.catalog ? this.snapshot(client.catalog).findings : {}),
      post: (message) => panel.post(message),
    });
    const panel: LifecyclePanel = new LifecyclePanel(webviewPanel, {
      extensionUri,
      onMessage: (message) => {
        if (!requests.take(message)) onMessage(message);
      },
      onUnknownMessage,
      catalog: () => client.catalog,
      snapshot: (catalog) => this.snapshot(catalog),
      supply: () => this.supply?.shown,
      onClosed: () => {
        if (this.panel === panel) this.panel = undefined;
        panel.dispose();
      },
    });
    this.panel = panel;
    this.readSupply();
  }

  /** Reads the inventory for a panel that is open; a server that is not there yet tells when it is. */
  private readSupply(): void {
    const { inventory } = this.input.source;
    inventory.get().then(
      (folders) => {
        if (this.supply?.of !== folders) this.supply = { of: folders, shown: panelSupply(folders) };
        this.panel?.update();
      },
      () => undefined,
    );
  }

  private snapshot(catalog: PanelCatalog): PanelSnapshot {
    const { store, scan, active } = this.input;
    const file = active.current;
    return panelSnapshot(
      {
        findings: store.all(),
        editor: file && { name: file.name, stages: file.stages },
        followEditor: panelFollowsEditor(),
        scanning: scan.progress !== undefined,
        scanned: scan.done,
      },
      catalog,
    );
  }
}
