import { Uri, window, workspace, type Disposable } from 'vscode';
import { Owner } from '../support/owner';
import { fileName } from './file-name';

const SCHEME = 'mlsecops-opcodes';

/** Read-only text documents with disassemblies; each is kept while it is open. */
export class OpcodeDocuments implements Disposable {
  readonly #owner = new Owner();
  readonly #texts = new Map<string, string>();

  constructor() {
    const provider = { provideTextDocumentContent: (uri: Uri) => this.#texts.get(uri.toString()) ?? '' };
    this.#owner.own(workspace.registerTextDocumentContentProvider(SCHEME, provider));
    this.#owner.own(workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())));
  }

  /** Shows a disassembly of a pickle of a file; the ending of its name gives it its language. */
  async show(model: Uri, pickle: number, text: string): Promise<void> {
    const name = `${fileName(model)}${pickle > 0 ? `-${pickle}` : ''}.pickledis`;
    const uri = Uri.from({ scheme: SCHEME, path: `/${name}`, query: model.toString() });
    this.#texts.set(uri.toString(), text);
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, { preview: true });
  }

  dispose(): void {
    this.#owner.dispose();
    this.#texts.clear();
  }
}
