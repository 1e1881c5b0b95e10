import { CancellationError, CancellationTokenSource, workspace, type Uri } from 'vscode';
import type { GivenTrust } from '../../../protocol/model/verifier-messages';
import type { SignatureResult, SignatureView } from '../../../report/signing/signature-view';
import { Emitter, type Disposable } from '../../support/emitter';
import type { ModelHost } from '../model-host';
import { askTrust } from './ask-trust';
import { rememberable, rememberTrust, type Rememberable } from './remember-trust';
import { runVerifier, type VerifierAnswer } from './run-verifier';
import { isFolder } from './signed-thing';
import { watchSigned } from './watch-signed';

type Verified = Extract<VerifierAnswer, { type: 'verified' }>;

interface Entry {
  readonly uri: Uri;
  readonly watch: Disposable;
  readonly stop: CancellationTokenSource;
  view: SignatureView;
  /** A file of the model has changed since it began. */
  changed: boolean;
  report?: string;
  remember?: Rememberable | undefined;
}

/**
 * The signatures that were verified in this window. What was verified is watched, and forgotten when a file of it changes: nothing
 * is called signed for what it was.
 */
export class ModelSignatures implements Disposable {
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new Emitter<Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(private readonly host: Pick<ModelHost, 'pathOf' | 'startVerifier'>) {}

  /** What a verification of a file or folder has come to, or how far it is; undefined without one. */
  get(uri: Uri): SignatureView | undefined {
    return this.#entries.get(uri.toString())?.view;
  }

  /** What was found, as a text with everything in it. */
  report(uri: Uri): string | undefined {
    return this.#entries.get(uri.toString())?.report;
  }

  /** Whether a model can be verified here: its files have to be on a disk. */
  canVerify(uri: Uri): boolean {
    return this.host.startVerifier !== undefined && this.host.pathOf(uri) !== undefined;
  }

  /**
   * Verifies a file or folder, asking whom the user trusts where no policy says it.
   *
   * @throws CancellationError when the user cancels, or gives no answer
   * @throws Error when it cannot be verified here, or an input cannot be used
   */
  async verify(uri: Uri): Promise<SignatureResult> {
    const folder = await isFolder(uri);
    this.forget(uri);
    const entry: Entry = {
      uri,
      // Watched before the first byte is read.
      watch: watchSigned(uri, folder, () => this.#onChange(entry)),
      stop: new CancellationTokenSource(),
      view: { state: 'running', text: 'Reading the signature' },
      changed: false,
    };
    this.#entries.set(uri.toString(), entry);
    this.#changed.fire(uri);
    try {
      return await this.#result(entry, folder);
    } catch (error) {
      if (this.#isCurrent(entry)) this.forget(uri);
      throw error;
    }
  }

  /** Ends a verification that runs. */
  cancel(uri: Uri): void {
    this.#entries.get(uri.toString())?.stop.cancel();
  }

  /** Nothing is known of the signature any more. */
  forget(uri: Uri): void {
    const entry = this.#entries.get(uri.toString());
    if (!entry) return;
    this.#entries.delete(uri.toString());
    entry.stop.cancel();
    entry.watch.dispose();
    this.#changed.fire(uri);
  }

  /**
   * Shows whom the user trusted as an entry of the project file.
   *
   * @throws Error when the project file has mistakes
   */
  async remember(uri: Uri): Promise<void> {
    const remember = this.#entries.get(uri.toString())?.remember;
    if (remember && this.host.startVerifier) await rememberTrust(remember, this.host.startVerifier);
  }

  dispose(): void {
    for (const { uri } of [...this.#entries.values()]) this.forget(uri);
    this.#changed.dispose();
  }

  async #result(entry: Entry, folder: boolean): Promise<SignatureResult> {
    let trust: GivenTrust | undefined;
    let answer = await this.#run(entry, trust);
    if (answer.needs) {
      trust = await askTrust(entry.uri, answer.needs);
      if (!trust) throw new CancellationError();
      answer = await this.#run(entry, trust);
    }
    const { result, report } = answer;
    const remember =
      trust && result.state === 'verified' ? rememberable(entry.uri, folder, trust) : undefined;
    const view = entry.changed
      ? changedMeanwhile(result)
      : { ...result, canRemember: remember !== undefined };
    Object.assign(entry, { view, report, remember });
    this.#changed.fire(entry.uri);
    return view;
  }

  async #run(entry: Entry, trust: GivenTrust | undefined): Promise<Verified> {
    const { uri, stop } = entry;
    // All of it is read from here on.
    entry.changed = false;
    const path = this.host.pathOf(uri);
    if (!this.host.startVerifier || path === undefined) {
      throw new Error(
        'Signatures are verified where the files are on a disk: on the desktop, or with "mlsecops verify".',
      );
    }
    // A project file is the word of whoever made the workspace: it counts when the user trusts that.
    const folders = workspace.isTrusted ? (workspace.workspaceFolders ?? []) : [];
    const policyFolders = folders.flatMap((each) => this.host.pathOf(each.uri) ?? []);
    const job = { type: 'verify', path, trust, policyFolders } as const;
    const answer = await runVerifier(this.host.startVerifier, job, {
      token: stop.token,
      onProgress: (text) => this.#show(uri, { state: 'running', text }),
    });
    if (answer.type !== 'verified') throw new Error('The verification answered another question.');
    return answer;
  }

  #show(uri: Uri, view: SignatureView): void {
    const entry = this.#entries.get(uri.toString());
    if (!entry) return;
    entry.view = view;
    this.#changed.fire(uri);
  }

  #onChange(entry: Entry): void {
    entry.changed = true;
    if (entry.view.state !== 'running' && this.#isCurrent(entry)) this.forget(entry.uri);
  }

  #isCurrent(entry: Entry): boolean {
    return this.#entries.get(entry.uri.toString()) === entry;
  }
}

/** What was hashed is not what lies there now. */
function changedMeanwhile(result: SignatureResult): SignatureResult {
  const { signer: _signer, content: _content, ...rest } = result;
  return {
    ...rest,
    state: result.state === 'failed' ? 'failed' : 'impossible',
    problems: [...result.problems, 'The model changed while it was verified. Verify it again.'],
  };
}
