import { languages, LanguageStatusSeverity, window, type Disposable } from 'vscode';
import type { LensClient, ServerState } from '../client/lens-client';
import { activeFile } from '../findings/cursor';
import { countText } from '../findings/finding-text';
import type { FindingsStore } from '../findings/findings-store';
import { COMMANDS } from '../names/commands';
import { READ_LANGUAGES, READ_PATTERNS } from '../names/documents';
import { coalesce } from '../support/coalesce';
import { Owner } from '../support/owner';

const REDRAW_MS = 200;

const STATE_TEXTS: Readonly<Record<Exclude<ServerState, 'running'>, string>> = {
  starting: 'MLSecOps: starting',
  stopped: 'MLSecOps: stopped',
  failed: 'MLSecOps: the language server stopped',
};

/** Language status of the files that are read: what was found in the file in front, and whether the server is well. */
export class LanguageStatus implements Disposable {
  private readonly owner = new Owner();
  private attention = '';

  constructor(
    private readonly client: LensClient,
    private readonly store: FindingsStore,
  ) {
    const item = this.owner.own(
      languages.createLanguageStatusItem('mlsecops.language', [
        ...READ_LANGUAGES.map((language) => ({ language })),
        ...READ_PATTERNS.map((pattern) => ({ pattern })),
        { notebookType: 'jupyter-notebook' },
      ]),
    );
    item.name = 'MLSecOps';
    const draw = (): void => {
      const { state } = this.client;
      item.busy = state === 'starting';
      item.text = state === 'running' ? `MLSecOps: ${this.inFile()}` : STATE_TEXTS[state];
      item.severity = this.severity();
      item.detail = this.attention;
      item.command =
        state === 'failed'
          ? { command: COMMANDS.restartServer, title: 'Restart' }
          : { command: COMMANDS.showOutput, title: 'Show Log' };
    };
    const redraw = this.owner.own(coalesce(draw, REDRAW_MS));
    this.owner.own(client.onDidChangeState(redraw));
    this.owner.own(store.onDidChange(redraw));
    this.owner.own(window.onDidChangeActiveTextEditor(redraw));
    this.owner.own(
      client.onStatus((status) => {
        this.attention = status.attention;
        redraw();
      }),
    );
    draw();
  }

  dispose(): void {
    this.owner.dispose();
  }

  private inFile(): string {
    const file = activeFile();
    return countText(file ? this.store.ofFile(file.uri).length : 0);
  }

  private severity(): LanguageStatusSeverity {
    if (this.client.state === 'failed') return LanguageStatusSeverity.Error;
    return this.attention ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  }
}
