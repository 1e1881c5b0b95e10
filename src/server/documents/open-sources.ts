import { NotebookStore } from './notebook-store';
import type { OpenSource } from './open-source';
import { TextStore } from './text-store';

/** Everything the client has open. */
export class OpenSources {
  readonly texts = new TextStore();
  readonly notebooks = new NotebookStore();

  /** The open document of this uri; for a cell, its notebook. */
  get(uri: string): OpenSource | undefined {
    return this.texts.get(uri) ?? this.notebooks.get(uri);
  }

  /** Documents and notebooks, as they are now. */
  all(): readonly OpenSource[] {
    return [...this.texts.all(), ...this.notebooks.all()];
  }
}
