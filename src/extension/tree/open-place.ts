import { commands, Range, Uri, window, workspace, type TextDocumentShowOptions } from 'vscode';
import { editorColumn } from '../findings/editor-column';
import { MODEL_ENDINGS } from '../names/models';
import type { Place } from './place';

/**
 * Opens the file of a place and selects it; in a notebook, its cell. A model file opens in its own editor.
 *
 * @throws Error when the file is gone
 */
export async function openPlace(place: Place): Promise<void> {
  const uri = Uri.parse(place.uri, true);
  const { start, end } = place.range;
  const options: TextDocumentShowOptions = {
    selection: new Range(start.line, start.character, end.line, end.character),
    viewColumn: editorColumn(),
    preview: true,
  };
  if (place.cell === undefined && !isModelFile(uri)) {
    await window.showTextDocument(uri, options);
    return;
  }
  if (place.cell === undefined) {
    await commands.executeCommand('vscode.open', uri, { viewColumn: editorColumn(), preview: true });
    return;
  }
  const notebook = await workspace.openNotebookDocument(uri);
  // `cellAt` takes the nearest cell when the notebook has become shorter since.
  const cell = notebook.cellAt(place.cell);
  // A cell's own document cannot be shown by itself; opening its uri shows the notebook at that cell.
  await commands.executeCommand('vscode.open', cell.document.uri, options);
}

function isModelFile({ path }: Uri): boolean {
  return MODEL_ENDINGS.includes(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}
