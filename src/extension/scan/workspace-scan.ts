import { CancellationTokenSource, window, workspace, type Disposable, type LogOutputChannel } from 'vscode';
import type { StatusParams } from '../../protocol/messages';
import type { LensClient } from '../client/lens-client';
import { CONTEXT_KEYS } from '../names/context-keys';
import { VIEWS } from '../names/views';
import { Emitter } from '../support/emitter';
import { Owner } from '../support/owner';
import { setContext } from '../support/set-context';
import type { ScanProgress } from './scan-progress';

/** Scans of the whole workspace: at most one at a time, shown in the views, never in a toast. */
export class WorkspaceScan implements Disposable {
  private readonly owner = new Owner();
  private readonly changed = this.owner.own(new Emitter<void>());
  readonly onDidChange = this.changed.event;
  private current:
    { readonly cancellation: CancellationTokenSource; readonly end: Promise<void> } | undefined;
  private lastProgress: ScanProgress = { filesDone: 0, filesTotal: 0 };
  private ended = false;

  constructor(
    private readonly client: LensClient,
    private readonly log: LogOutputChannel,
  ) {
    this.owner.own(client.onStatus((status) => this.take(status)));
  }

  /** Progress of the scan that runs; undefined when none does. */
  get progress(): ScanProgress | undefined {
    return this.current && this.lastProgress;
  }

  /** Whether a scan of this workspace has ended in this window. */
  get done(): boolean {
    return this.ended;
  }

  /** Scans; joins the scan that already runs. @throws Error when the server does not run */
  run(): Promise<void> {
    if (this.current) return this.current.end;
    if (!workspace.workspaceFolders?.length) return Promise.resolve();
    const cancellation = new CancellationTokenSource();
    const end = this.scan(cancellation);
    this.current = { cancellation, end };
    this.lastProgress = { filesDone: 0, filesTotal: 0 };
    this.tell();
    return end;
  }

  /** Scans unless it was done before: for views that are opened. */
  runOnce(): Promise<void> {
    return this.ended ? Promise.resolve() : this.run();
  }

  cancel(): void {
    this.current?.cancellation.cancel();
  }

  dispose(): void {
    this.cancel();
    this.owner.dispose();
  }

  private async scan(cancellation: CancellationTokenSource): Promise<void> {
    try {
      await this.client.start();
      const asked = this.client.scan(cancellation.token);
      await window.withProgress({ location: { viewId: VIEWS.findings } }, () => asked);
      const result = await asked;
      this.ended ||= !result.cancelled;
      this.log.info(
        `Scanned ${result.files} files in ${Math.round(result.milliseconds)} ms: ${result.findings} findings` +
          `${result.cancelled ? ' (cancelled)' : ''}.`,
      );
      for (const problem of result.problems) this.log.warn(`${problem.uri}: ${problem.message}`);
    } catch (error) {
      if (!cancellation.token.isCancellationRequested) throw error;
    } finally {
      this.current = undefined;
      cancellation.dispose();
      this.tell();
    }
  }

  private take(status: StatusParams): void {
    if (!this.current || status.state !== 'scanning') return;
    this.lastProgress = { filesDone: status.filesDone, filesTotal: status.filesTotal };
    this.changed.fire();
  }

  private tell(): void {
    setContext(CONTEXT_KEYS.scanning, this.current !== undefined);
    setContext(CONTEXT_KEYS.scanned, this.ended);
    this.changed.fire();
  }
}
