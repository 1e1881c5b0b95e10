import { Uri, window, workspace } from 'vscode';

/** Kinds of files that the panel writes. */
const FILE_KINDS = {
  svg: 'SVG drawing',
  png: 'PNG picture',
  html: 'HTML page',
  json: 'JSON data',
  csv: 'CSV table',
  md: 'Markdown table',
} as const;

const MESSAGE_MS = 5_000;

/** Asks where to, writes the file there and says so in the status bar. Nothing when the user has second thoughts. */
export async function saveExport(
  name: string,
  kind: keyof typeof FILE_KINDS,
  content: string | Uint8Array,
): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder, `${name}.${kind}`) } : {}),
    filters: { [FILE_KINDS[kind]]: [kind] },
    saveLabel: 'Export',
  });
  if (!target) return;
  await workspace.fs.writeFile(
    target,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  );
  window.setStatusBarMessage(`$(check) MLSecOps: saved ${workspace.asRelativePath(target)}`, MESSAGE_MS);
}
