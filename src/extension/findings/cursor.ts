import {
  window,
  workspace,
  type NotebookCell,
  type NotebookDocument,
  type NotebookEditor,
  type TextDocument,
  type TextEditor,
} from 'vscode';
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

export interface FileInFront {
  readonly uri: string;
  readonly path: string;
}

/** The file in front, of a notebook cell the notebook; undefined while something else has the focus. */
export function activeFile(): FileInFront | undefined {
  return fileOf(window.activeTextEditor, window.activeNotebookEditor);
}

/** A file that can be seen: for a window that opens with the focus in a panel. */
export function visibleFile(): FileInFront | undefined {
  return fileOf(window.visibleTextEditors[0], window.visibleNotebookEditors[0]);
}

function fileOf(
  editor: TextEditor | undefined,
  notebook: NotebookEditor | undefined,
): FileInFront | undefined {
  const document = editor && (notebookCell(editor.document)?.notebook ?? editor.document);
  const uri = document?.uri ?? notebook?.notebook.uri;
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
