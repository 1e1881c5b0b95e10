import { RelativePattern, Uri, workspace, type CustomDocument, type FileSystemWatcher } from 'vscode';
import type { ToModelPage } from '../../protocol/model/to-model-page';
import type { ModelView } from '../../report/model/view/model-view';
import type { SignatureView } from '../../report/signing/signature-view';
import type { Verdict } from '../../models/verdict/finding';
import { coalesce } from '../support/coalesce';
import { Emitter } from '../support/emitter';
import { Owner } from '../support/owner';
import { fileName } from './file-name';
import { ModelClient, type ViewMessage } from './model-client';
import type { ModelHost } from './model-host';
import { readModel } from './read-model';
import { signatureBeside } from './signature-beside';
import type { ModelSignatures } from './signatures/model-signatures';
import { escapeGlob, watchSigned } from './signatures/watch-signed';

/** A checkpoint is written in many steps; it is read again when they are done. */
const SETTLED_MS = 1_000;

export interface ModelDocumentInput {
  readonly uri: Uri;
  readonly host: ModelHost;
  readonly signatures: ModelSignatures;
  /** Told when an inspection has come to its end. */
  readonly onVerdict: (uri: Uri, verdict: Verdict) => void;
}

/** One open model file: inspects it, again when it changes, and keeps what its pages show. */
export class ModelDocument implements CustomDocument {
  readonly uri: Uri;
  readonly #changed = new Emitter<ToModelPage>();
  readonly #owner = new Owner();
  readonly #client: ModelClient;
  #state: ToModelPage;
  #view: ToModelPage | undefined;
  /** Name of a signature file beside the model. */
  #signature: string | undefined;
  #round = 0;

  constructor(private readonly input: ModelDocumentInput) {
    this.uri = input.uri;
    this.#client = new ModelClient(input.host);
    this.#state = this.#running(0, 0);
    this.#owner.own(this.#changed);
    this.#owner.own(this.#watch());
    this.#followSignature();
    void this.inspect();
  }

  /** Messages for every page that shows this file. */
  get onMessage(): Emitter<ToModelPage>['event'] {
    return this.#changed.event;
  }

  /** What a page that has just been loaded has to know. */
  messages(): readonly ToModelPage[] {
    const state = this.#state === this.#view ? [] : [this.#state];
    return [...(this.#view ? [this.#view] : []), ...state, this.#signatureMessage()];
  }

  /** Inspects the file from its beginning. Never rejects: a failure is shown. */
  async inspect(): Promise<void> {
    const round = (this.#round += 1);
    const isCurrent = (): boolean => round === this.#round;
    this.#client.stop();
    this.#view = undefined;
    try {
      const { uri, host, onVerdict } = this.input;
      const { size } = await workspace.fs.stat(uri);
      if (!isCurrent()) return;
      this.#tell(this.#running(0, size));
      const file = await readModel(uri, host);
      if (!isCurrent()) return;
      const answer = await this.#client.inspect(fileName(uri), file, {
        onPreview: (preview) => void this.#show(preview),
        onProgress: (read) => this.#tell(this.#running(read, size)),
      });
      if (!isCurrent()) return;
      this.#state = this.#show(answer);
      onVerdict(uri, answer.verdict);
    } catch (error) {
      if (isCurrent()) this.#tell({ type: 'failed', message: textOf(error) });
    }
  }

  /** Ends an inspection that runs; what was seen of the file stays. */
  stop(): void {
    if (this.#state.type !== 'running') return;
    this.#round += 1;
    this.#client.stop();
    this.#tell({ type: 'stopped' });
  }

  /** @throws Error when the file cannot be read any more */
  async opcodes(pickle: number, page: number): Promise<Extract<ToModelPage, { type: 'opcodes' }>> {
    const { rows, total } = await this.#client.opcodes(pickle, page);
    return { type: 'opcodes', pickle, page, rows, total };
  }

  /** @throws Error when the file cannot be read any more */
  async locate(pickle: number, offset: number): Promise<Extract<ToModelPage, { type: 'located' }>> {
    return { type: 'located', pickle, row: await this.#client.locate(pickle, offset) };
  }

  dispose(): void {
    this.#round += 1;
    this.#client.stop();
    this.#owner.dispose();
  }

  #show({ view }: ViewMessage): ToModelPage {
    // The worker's view goes through as it came: the page checks every part of it.
    const message: ToModelPage = { type: 'view', view: view as unknown as ModelView };
    this.#view = message;
    this.#changed.fire(message);
    return message;
  }

  #tell(state: ToModelPage): void {
    this.#state = state;
    this.#changed.fire(state);
  }

  #running(read: number, size: number): ToModelPage {
    return { type: 'running', name: fileName(this.uri), size, read: Math.min(read, size) };
  }

  #watch(): FileSystemWatcher {
    const watcher = workspace.createFileSystemWatcher(
      new RelativePattern(Uri.joinPath(this.uri, '..'), escapeGlob(fileName(this.uri))),
      true,
    );
    const again = this.#owner.own(coalesce(() => void this.inspect(), SETTLED_MS));
    const changed = (): void => {
      // What was verified is another file by now, long before this one has been read.
      this.input.signatures.forget(this.uri);
      again();
    };
    this.#owner.own(watcher.onDidChange(changed));
    this.#owner.own(watcher.onDidDelete(changed));
    return watcher;
  }

  #followSignature(): void {
    const look = async (): Promise<void> => {
      this.#signature = await signatureBeside(this.uri);
      this.#changed.fire(this.#signatureMessage());
    };
    const again = this.#owner.own(coalesce(() => void look(), SETTLED_MS));
    this.#owner.own(watchSigned(this.uri, false, again));
    const { signatures } = this.input;
    this.#owner.own(
      signatures.onDidChange((uri) => {
        if (uri.toString() === this.uri.toString()) this.#changed.fire(this.#signatureMessage());
      }),
    );
    void look();
  }

  #signatureMessage(): ToModelPage {
    const { signatures } = this.input;
    return { type: 'signature', signature: signatures.get(this.uri) ?? this.#unverified() };
  }

  #unverified(): SignatureView {
    const file = this.#signature;
    if (file === undefined) return { state: 'absent' };
    if (this.input.signatures.canVerify(this.uri)) return { state: 'unverified', file };
    return { state: 'elsewhere', file, command: `mlsecops verify ${shellQuoted(fileName(this.uri))}` };
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A name as a shell takes it, whatever is in it. */
function shellQuoted(name: string): string {
  return /^[\w.@%+=:,/-]+$/u.test(name) && !name.startsWith('-')
    ? name
    : `'./${name.replaceAll("'", `'\\''`)}'`;
}
