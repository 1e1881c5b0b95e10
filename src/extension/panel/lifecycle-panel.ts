import { Uri, type Disposable, type WebviewPanel } from 'vscode';
import type { LearnArguments } from '../../protocol/messages';
import type { PanelCatalog } from '../../protocol/panel-catalog';
import type { FromPanel, PanelSnapshot, ToPanel } from '../../protocol/panel';
import type { PanelSupply } from '../../protocol/panel-supply';
import { Owner } from '../support/owner';
import { newNonce, panelHtml } from './panel-html';
import { parseFromPanel } from './panel-messages';

export interface PanelHost {
  readonly extensionUri: Uri;
  /** Undefined until the server has answered. */
  readonly catalog: () => PanelCatalog | undefined;
  readonly snapshot: (catalog: PanelCatalog) => PanelSnapshot;
  /** The same object as long as nothing has changed. */
  readonly supply: () => PanelSupply | undefined;
  readonly onMessage: (message: FromPanel) => void;
  /** A message in a shape that is not known. */
  readonly onUnknownMessage: () => void;
  readonly onClosed: () => void;
}

/** One open lifecycle panel. What is told before its script runs waits until it says that it is ready. */
export class LifecyclePanel implements Disposable {
  private readonly owner = new Owner();
  private ready = false;
  /** The catalog its page has; it is large, so that it goes there only when it is another one. */
  private sent: PanelCatalog | undefined;
  /** What it was told of the supply chain. */
  private told: PanelSupply | undefined;
  private selection: LearnArguments | undefined;

  constructor(
    private readonly panel: WebviewPanel,
    private readonly host: PanelHost,
  ) {
    const { webview } = panel;
    const dist = Uri.joinPath(host.extensionUri, 'dist', 'webview');
    const media = Uri.joinPath(host.extensionUri, 'media');
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [dist, media] };
    panel.iconPath = Uri.joinPath(media, 'panel-icon.svg');
    this.owner.own(webview.onDidReceiveMessage((message: unknown) => this.receive(message)));
    this.owner.own(panel.onDidDispose(() => host.onClosed()));
    this.owner.own(
      panel.onDidChangeViewState(() => {
        // A hidden panel loses its page; when it is shown again the page loads anew and says `ready` once more.
        if (!panel.visible) this.ready = false;
      }),
    );
    webview.html = panelHtml({
      script: webview.asWebviewUri(Uri.joinPath(dist, 'lifecycle.js')).toString(),
      style: webview.asWebviewUri(Uri.joinPath(dist, 'lifecycle.css')).toString(),
      cspSource: webview.cspSource,
      nonce: newNonce(),
      title: panel.title,
    });
  }

  show(): void {
    this.panel.reveal(undefined, false);
  }

  /** Sends the whole picture, unless its page is not there: that asks for it when it has loaded. */
  update(): void {
    const catalog = this.ready ? this.host.catalog() : undefined;
    if (!catalog) return;
    if (this.sent !== catalog) this.post({ type: 'catalog', catalog });
    this.sent = catalog;
    const supply = this.host.supply();
    if (this.told !== supply) this.post({ type: 'supply', supply });
    this.told = supply;
    this.post({ type: 'snapshot', snapshot: this.host.snapshot(catalog) });
    const selection = this.selection;
    if (!selection) return;
    this.selection = undefined;
    this.post({ type: 'select', ...selection });
  }

  /** Shows a stage, an entry, a rule, an overlay or a view. */
  select(selection: LearnArguments): void {
    this.selection = selection;
    this.update();
  }

  post(message: ToPanel): void {
    void this.panel.webview.postMessage(message);
  }

  dispose(): void {
    this.owner.dispose();
    this.panel.dispose();
  }

  private receive(raw: unknown): void {
    const message = parseFromPanel(raw);
    if (!message) {
      this.host.onUnknownMessage();
    } else if (message.type === 'ready') {
      this.ready = true;
      this.sent = undefined;
      this.told = undefined;
      this.update();
    } else {
      this.host.onMessage(message);
    }
  }
}
