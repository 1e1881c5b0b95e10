import { commands, env, UIKind, ViewColumn, window, type Uri } from 'vscode';
import { pageInTheme } from '../../report/lifecycle/page/reader-theme';
import type { WorkspaceFormat } from '../../report/workspace/workspace-report';
import { REPORT_PAGE } from '../names/views';
import { themeNow } from '../support/theme-now';

const MARKDOWN_PREVIEW = 'markdown.showPreview';

export interface SavedReport {
  readonly uri: Uri;
  readonly format: WorkspaceFormat;
  readonly text: string;
}

/** Shows a saved report where its reader can best read it: a page in the browser, Markdown in the preview, JSON as text. */
export async function openReport({ uri, format, text }: SavedReport): Promise<void> {
  if (format === 'html') {
    if (isOnThisMachine(uri)) await env.openExternal(uri);
    else showPage(text);
    return;
  }
  if (format === 'markdown' && (await isPreviewed(uri))) return;
  await commands.executeCommand('vscode.open', uri);
}

/** The preview is an extension of its own, which comes with the editor and can be switched off. */
async function isPreviewed(uri: Uri): Promise<boolean> {
  try {
    await commands.executeCommand(MARKDOWN_PREVIEW, uri);
    return true;
  } catch {
    return false;
  }
}

/** Whether a browser can reach the file: not in a browser itself, nor in a remote window. */
function isOnThisMachine({ scheme }: Uri): boolean {
  return scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;
}

/** A tab with the page, light or dark as the editor is. It has no script, and the policy that stands in it forbids everything but its own style. */
function showPage(html: string): void {
  const panel = window.createWebviewPanel(REPORT_PAGE, 'MLSecOps Report', ViewColumn.Active, {
    enableScripts: false,
    enableForms: false,
    enableFindWidget: true,
    localResourceRoots: [],
  });
  const draw = (): void => {
    panel.webview.html = pageInTheme(html, themeNow());
  };
  const follow = window.onDidChangeActiveColorTheme(draw);
  panel.onDidDispose(() => {
    follow.dispose();
  });
  draw();
}
