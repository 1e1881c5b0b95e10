import { Uri, window, workspace } from 'vscode';
import type { SurveyRequests } from '../supplychain/survey-requests';
import type { EvidenceOfFolder } from '../tree/tree-node';
import { pathProblem } from './path-problem';

/**
 * Asks where a file shall be and opens it there with the text of a template, unsaved: nothing is written until the user saves. A file
 * that exists is never touched.
 */
export async function createFromTemplate(
  { folder, template }: EvidenceOfFolder,
  requests: SurveyRequests,
): Promise<void> {
  if (template === undefined) throw new Error('There is no template for this.');
  const { title, path, text } = await requests.template(template);
  const root = Uri.parse(folder);
  const chosen = await window.showInputBox({
    title,
    prompt: 'Where the file shall be, relative to the folder. It opens unsaved: look it over and save it',
    value: path,
    valueSelection: [path.lastIndexOf('/') + 1, path.length],
    ignoreFocusOut: true,
    validateInput: (value) => validate(value, root),
  });
  if (chosen === undefined) return;
  const uri = Uri.joinPath(root, chosen.trim());
  const document = await workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  const editor = await window.showTextDocument(document);
  if (document.getText() === '') await editor.edit((edit) => edit.insert(document.positionAt(0), text));
}

/** Why a file cannot be made at a path, in one sentence. */
async function validate(path: string, root: Uri): Promise<string | undefined> {
  const problem = pathProblem(path.trim());
  if (problem !== undefined) return problem;
  try {
    await workspace.fs.stat(Uri.joinPath(root, path.trim()));
    return 'This file exists, and is not written over. Choose another name.';
  } catch {
    return undefined;
  }
}
