import { commands, Range, Uri, window, workspace } from 'vscode';
import type { WireFinding } from '../../protocol/finding';

/**
 * Opens the file of a finding and selects its place; in a notebook, its cell.
 *
 * @throws Error when the file is gone
 */
export async function openFinding(
  finding: WireFinding,
  options: { preserveFocus?: boolean } = {},
): Promise<void> {
  const uri = Uri.parse(finding.uri, true);
  const { start, end } = finding.range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  if (finding.cell === undefined) {
    await window.showTextDocument(uri, { selection, preview: true, ...options });
    return;
  }
  const notebook = await workspace.openNotebookDocument(uri);
  const cells = notebook.cellCount;
  const cell = notebook.cellAt(Math.min(finding.cell, cells - 1));
  // A cell's own document cannot be shown by itself; opening its uri shows the notebook at that cell.
  await commands.executeCommand('vscode.open', cell.document.uri, { selection, preview: true, ...options });
}
