import { commands, Range, Uri, window, workspace, type TextDocumentShowOptions } from 'vscode';
import type { WireFinding } from '../../protocol/finding';
import { editorColumn } from './editor-column';

/**
 * Opens the file of a finding and selects its place; in a notebook, its cell.
 *
 * @throws Error when the file is gone
 */
export async function openFinding(finding: WireFinding): Promise<void> {
  const uri = Uri.parse(finding.uri, true);
  const { start, end } = finding.range;
  const options: TextDocumentShowOptions = {
    selection: new Range(start.line, start.character, end.line, end.character),
    viewColumn: editorColumn(),
    preview: true,
  };
  if (finding.cell === undefined) {
    await window.showTextDocument(uri, options);
    return;
  }
  const notebook = await workspace.openNotebookDocument(uri);
  // `cellAt` takes the nearest cell when the notebook has become shorter since.
  const cell = notebook.cellAt(finding.cell);
  // A cell's own document cannot be shown by itself; opening its uri shows the notebook at that cell.
  await commands.executeCommand('vscode.open', cell.document.uri, options);
}
