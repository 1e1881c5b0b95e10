import { spawn } from 'node:child_process';
import { findProgram } from '../process/find-program';
import { run } from '../process/run';
import { editorRuntime } from '../vscode/editor-runtime';
import { startEditor } from '../vscode/editor-server';
import { packExtension } from '../vscode/pack-extension';

/**
 * Opens the folder in the best VS Code at hand: the installed one, else one that `@vscode/test-electron` downloads, else VS
 * Code in the browser from npm packages.
 */
export async function openEditor(root: string, folder: string): Promise<void> {
  const installed = findProgram(process.platform === 'win32' ? 'code.cmd' : 'code');
  if (installed) {
    await run(installed, [`--extensionDevelopmentPath=${root}`, folder]);
    console.log('VS Code is open. Choose the MLSecOps icon in its activity bar.');
    return;
  }
  const downloaded = await download();
  if (downloaded) {
    spawn(downloaded, [`--extensionDevelopmentPath=${root}`, folder], {
      detached: true,
      stdio: 'ignore',
    }).unref();
    console.log('VS Code is open. Choose the MLSecOps icon in its activity bar.');
    return;
  }
  await openInBrowser(root, folder);
}

/** A desktop VS Code, or undefined where none can be had or shown. */
async function download(): Promise<string | undefined> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return undefined;
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({ timeout: 15_000 }).catch(() => undefined);
}

async function openInBrowser(root: string, folder: string): Promise<void> {
  const vsix = await packExtension(root);
  const server = await startEditor(await editorRuntime(root), {
    vsix,
    trustEverything: true,
    webHost: false,
  });
  console.log(`\nVS Code is running. Open this address in a browser:\n\n  ${server.url(folder)}\n`);
  console.log('Choose the MLSecOps icon in its activity bar. Ctrl+C ends it.');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
}
