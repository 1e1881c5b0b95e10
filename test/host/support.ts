import * as vscode from 'vscode';

const LIMIT_MS = 20_000;
const STEP_MS = 50;

/** Opens a document with the given text in front. */
export async function open(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Waits until something holds. @throws Error when it does not in time */
export async function untilTrue(holds: () => boolean, what = 'the expected state'): Promise<void> {
  for (let waited = 0; waited < LIMIT_MS; waited += STEP_MS) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  throw new Error(`${what} did not come within ${LIMIT_MS / 1000} seconds`);
}

/** Waits for our diagnostics on a document. */
export async function untilDiagnostics(
  uri: vscode.Uri,
  count: number,
): Promise<readonly vscode.Diagnostic[]> {
  await untilTrue(() => ours(uri).length >= count, `${count} diagnostics on ${uri.toString()}`);
  return ours(uri);
}

/** Waits until none of our diagnostics is left on a document. */
export async function untilNoDiagnostic(uri: vscode.Uri): Promise<void> {
  await untilTrue(() => ours(uri).length === 0, `the end of the diagnostics on ${uri.toString()}`);
}

/** Gives the server time to say something it should not. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1500));
}

function ours(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'mlsecops');
}
