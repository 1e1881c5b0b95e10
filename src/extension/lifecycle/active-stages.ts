import { window, type Disposable } from 'vscode';
import type { LensClient } from '../client/lens-client';
import { activeFile, visibleFile } from '../findings/cursor';
import { coalesce } from '../support/coalesce';
import { Emitter } from '../support/emitter';
import { Owner } from '../support/owner';
import { homeStages } from './home-stage';

const FOLLOW_MS = 100;

export interface ActiveFileStages {
  readonly uri: string;
  readonly name: string;
  /** One for each lifecycle that the file has a place in. */
  readonly stages: readonly string[];
}

/** The file in front and the lifecycle stages it belongs to. Keeps the last file while a panel or view has the focus. */
export class ActiveStages implements Disposable {
  private readonly owner = new Owner();
  private readonly changed = this.owner.own(new Emitter<void>());
  readonly onDidChange = this.changed.event;
  private file: ActiveFileStages | undefined;

  constructor(private readonly client: LensClient) {
    const follow = this.owner.own(coalesce(() => void this.update(), FOLLOW_MS));
    this.owner.own(window.onDidChangeActiveTextEditor(follow));
    this.owner.own(window.onDidChangeActiveNotebookEditor(follow));
    this.owner.own(client.onDidChangeState(follow));
    // The stages of a file follow its imports, and those can change with each analysis.
    this.owner.own(client.onFindings(({ uri }) => uri === this.file?.uri && follow()));
  }

  get current(): ActiveFileStages | undefined {
    return this.file;
  }

  dispose(): void {
    this.owner.dispose();
  }

  private async update(): Promise<void> {
    const file = activeFile() ?? (this.file ? undefined : visibleFile());
    if (!file) {
      // A view or panel has the focus: the file that was in front before still is.
      if (!window.tabGroups.all.some((group) => group.tabs.length > 0)) this.set(undefined);
      return;
    }
    const stages = await this.client.documentStages(file.uri);
    // Another file came to the front while the server answered: its own update is under way.
    if ((activeFile() ?? file).uri !== file.uri) return;
    const { catalog } = this.client;
    this.set({ uri: file.uri, name: file.path, stages: catalog ? homeStages(stages, catalog) : [] });
  }

  private set(file: ActiveFileStages | undefined): void {
    if (JSON.stringify(file) === JSON.stringify(this.file)) return;
    this.file = file;
    this.changed.fire();
  }
}
