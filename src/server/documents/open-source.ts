import type { TextDocument } from 'vscode-languageserver-textdocument';

/** An open text document. A new object for every state, so that a state can be compared by identity. */
export interface OpenText {
  readonly kind: 'text';
  readonly uri: string;
  readonly version: number;
  readonly document: TextDocument;
}

/** An open notebook with all its cells. A new object for every state. */
export interface OpenNotebook {
  readonly kind: 'notebook';
  readonly uri: string;
  readonly version: number;
  readonly cells: readonly OpenCell[];
  /** Outputs as the file on disk has them, by the text of the code cell they belong to. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
}

export interface OpenCell {
  readonly isCode: boolean;
  readonly document: TextDocument;
}

export type OpenSource = OpenText | OpenNotebook;
