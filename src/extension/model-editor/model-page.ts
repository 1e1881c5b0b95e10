import { Uri, type Disposable, type LogOutputChannel, type WebviewPanel } from 'vscode';
import { parseFromModelPage, type FromModelPage } from '../../protocol/model/from-model-page';
import type { ToModelPage } from '../../protocol/model/to-model-page';
import { newNonce, panelHtml } from '../panel/panel-html';
import { Owner } from '../support/owner';
import { runCommand } from '../support/run-command';
import type { ModelDocument } from './model-document';
import type { ModelSignatures } from './signatures/model-signatures';
import { showOpcodes } from './show-opcodes';
import type { VirtualTexts } from './virtual-texts';

export interface ModelPageInput {
  readonly document: ModelDocument;
  readonly panel: WebviewPanel;
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
  readonly opcodes: VirtualTexts;
  /** Shows an entry of the catalog in the lifecycle panel. */
  readonly learn: (entry: string) => Promise<void>;
  readonly signatures: ModelSignatures;
}

/** One page that shows a model file. */
export class ModelPage implements Disposable {
  readonly #owner = new Owner();

  constructor(private readonly input: ModelPageInput) {
    const { document, panel, extensionUri } = input;
    const { webview } = panel;
    const dist = Uri.joinPath(extensionUri, 'dist', 'webview');
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [dist] };
    this.#owner.own(webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
    this.#owner.own(document.onMessage((message) => this.#post(message)));
    this.#owner.own(panel.onDidDispose(() => this.dispose()));
    webview.html = panelHtml({
      script: webview.asWebviewUri(Uri.joinPath(dist, 'model.js')).toString(),
      style: webview.asWebviewUri(Uri.joinPath(dist, 'model.css')).toString(),
      cspSource: webview.cspSource,
      nonce: newNonce(),
      title: panel.title,
    });
  }

  dispose(): void {
    this.#owner.dispose();
  }

  #receive(raw: unknown): void {
    const { log } = this.input;
    const message = parseFromModelPage(raw);
    if (!message) log.warn('The page of a model file sent a message that is not known.');
    else void runCommand(log, `model page: ${message.type}`, () => this.#act(message));
  }

  async #act(message: FromModelPage): Promise<void> {
    const { document, learn, opcodes, signatures } = this.input;
    switch (message.type) {
      case 'ready':
        for (const each of document.messages()) this.#post(each);
        return;
      case 'stop':
        document.stop();
        return;
      case 'again':
        return document.inspect();
      case 'opcodes':
        this.#post(await document.opcodes(message.pickle, message.page));
        return;
      case 'locate':
        this.#post(await document.locate(message.pickle, message.offset));
        return;
      case 'openOpcodes':
        return showOpcodes(document, message.pickle, opcodes);
      case 'verify':
        await signatures.verify(document.uri);
        return;
      case 'cancelVerification':
        signatures.cancel(document.uri);
        return;
      case 'rememberTrust':
        return signatures.remember(document.uri);
      case 'learn':
        return learn(message.entry);
    }
  }

  /** A page that is not there loses its messages; it asks for everything when it has loaded. */
  #post(message: ToModelPage): void {
    void this.input.panel.webview.postMessage(message);
  }
}
