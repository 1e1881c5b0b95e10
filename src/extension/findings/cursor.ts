import { window, workspace, type NotebookCell, type NotebookDocument, type TextDocument } from 'vscode';
import type { CursorPlace } from './finding-navigation';

/** Where the cursor is in the editor in front; undefined when no text has it. */
export function cursorPlace(): CursorPlace | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const { line, character } = editor.selection.active;
  const cell = notebookCell(editor.document);
  return {
    uri: (cell?.notebook.uri ?? editor.document.uri).toString(),
    cell: cell?.index,
    line,
    character,
  };
}

/** The file in front: of a notebook cell the notebook. */
export function activeFile(): { readonly uri: string; readonly path: string } | undefined {
  const editor = window.activeTextEditor;
  const uri =
    (editor && (notebookCell(editor.document)?.notebook.uri ?? editor.document.uri)) ??
    window.activeNotebookEditor?.notebook.uri;
  return uri && { uri: uri.toString(), path: workspace.asRelativePath(uri) };
}

function notebookCell(document: TextDocument): NotebookCell | undefined {
  if (document.uri.scheme !== 'vscode-notebook-cell') return undefined;
  const holds = (notebook: NotebookDocument): NotebookCell | undefined =>
    notebook.getCells().find((cell) => cell.document === document);
  for (const notebook of workspace.notebookDocuments) {
    const cell = holds(notebook);
    if (cell) return cell;
  }
  return undefined;
}
