import {
  CancellationTokenSource,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
  type WorkspaceFolder,
} from 'vscode';
import type { SigningRequirement } from '../../../analysis/configuration/signing-requirement';
import type { GivenTrust } from '../../../protocol/model/verifier-messages';
import { PROJECT_FILE_NAME } from '../../project-file/template';
import type { StartVerifier } from '../model-host';
import { requirementFor } from './policy-place';
import { runVerifier } from './run-verifier';

/** What is written into which project file when the user wants it. */
export interface Rememberable {
  readonly projectFile: Uri;
  readonly requirement: SigningRequirement;
}

/** How what the user trusts can be kept; undefined where it cannot: in a workspace that is not trusted, or outside of one. */
export function rememberable(model: Uri, isFolder: boolean, trust: GivenTrust): Rememberable | undefined {
  const folder: WorkspaceFolder | undefined = workspace.getWorkspaceFolder(model);
  if (!folder || !workspace.isTrusted) return undefined;
  const place = { model: model.path, isFolder, project: folder.uri.path };
  const requirement = requirementFor(place, trust, (path) => Uri.file(path).path);
  return requirement && { projectFile: Uri.joinPath(folder.uri, PROJECT_FILE_NAME), requirement };
}

/**
 * Shows the project file with the new demand in it. It is not saved: the user reads it first.
 *
 * @throws Error when the project file has mistakes
 */
export async function rememberTrust(
  { projectFile, requirement }: Rememberable,
  start: StartVerifier,
): Promise<void> {
  const document = await openOrNew(projectFile);
  const before = document.getText();
  const { token } = new CancellationTokenSource();
  const answer = await runVerifier(start, { type: 'remember', text: before, requirement }, { token });
  if (answer.type !== 'remembered') throw new Error('The verification answered another question.');
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), answer.text);
  await workspace.applyEdit(edit);
  await window.showTextDocument(document, { preview: false });
}

async function openOrNew(uri: Uri): Promise<TextDocument> {
  try {
    await workspace.fs.stat(uri);
  } catch {
    return workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  }
  return workspace.openTextDocument(uri);
}
