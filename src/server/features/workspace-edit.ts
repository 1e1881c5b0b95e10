import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { AnalysedSource } from '../analysis/analysed-source';

/** Edits by document uri. */
export type Changes = Readonly<Record<string, readonly TextEdit[]>>;

/**
 * Edits as the client takes them. With versions, a client refuses them when the document has moved on.
 */
export function workspaceEdit(changes: Changes, result: AnalysedSource, versioned: boolean): WorkspaceEdit {
  const entries = Object.entries(changes);
  if (!versioned) return { changes: Object.fromEntries(entries.map(([uri, edits]) => [uri, [...edits]])) };
  return {
    documentChanges: entries.map(([uri, edits]) => ({
      textDocument: { uri, version: result.diagnostics.get(uri)?.version ?? null },
      edits: [...edits],
    })),
  };
}
