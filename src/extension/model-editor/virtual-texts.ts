import { EventEmitter, Uri, workspace, type Disposable } from 'vscode';
import { Owner } from '../support/owner';

/** Read-only text documents that stand for something of a model file; each is kept while it is open. */
export class VirtualTexts implements Disposable {
  readonly #owner = new Owner();
  readonly #texts = new Map<string, string>();
  readonly #changed = this.#owner.own(new EventEmitter<Uri>());

  constructor(private readonly scheme: string) {
    const provider = {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: (uri: Uri) => this.#texts.get(uri.toString()) ?? '',
    };
    this.#owner.own(workspace.registerTextDocumentContentProvider(scheme, provider));
    this.#owner.own(workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())));
  }

  /**
   * The address of a text about a model file; where it is open already, it shows the new text.
   *
   * @param name of the document, whose ending gives it its language
   */
  keep(model: Uri, name: string, text: string): Uri {
    const uri = Uri.from({ scheme: this.scheme, path: `/${name}`, query: model.toString() });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    return uri;
  }

  dispose(): void {
    this.#owner.dispose();
    this.#texts.clear();
  }
}
