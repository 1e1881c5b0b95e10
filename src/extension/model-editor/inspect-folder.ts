import { ProgressLocation, window, type CancellationToken, type Uri } from 'vscode';
import type { Verdict } from '../../models/verdict/finding';
import { fileName } from './file-name';
import { findModels } from './find-models';
import { ModelClient } from './model-client';
import type { ModelHost } from './model-host';
import type { ModelVerdicts } from './model-verdicts';
import { readModel } from './read-model';

/** A file of a folder: what it is, or why it could not be read. */
export type FolderEntry =
  | { readonly uri: Uri; readonly verdict: Verdict; readonly format: string }
  | { readonly uri: Uri; readonly error: string };

export interface FolderInspection {
  readonly entries: readonly FolderEntry[];
  /** There are more files than were inspected. */
  readonly more: boolean;
}

/** Inspects the model files below a folder, one after the other, with progress and a way to stop. */
export async function inspectFolder(
  root: Uri,
  host: ModelHost,
  verdicts: ModelVerdicts,
): Promise<FolderInspection> {
  const client = new ModelClient(host);
  const options = {
    location: ProgressLocation.Notification,
    title: `Inspecting models in ${fileName(root)}`,
    cancellable: true,
  };
  try {
    return await window.withProgress(options, async (progress, token) => {
      token.onCancellationRequested(() => client.stop());
      const { files, more } = await findModels(root, token);
      const entries: FolderEntry[] = [];
      for (const [at, uri] of files.entries()) {
        if (isCancelled(token)) return { entries, more: true };
        progress.report({
          message: `${at + 1} of ${files.length}: ${fileName(uri)}`,
          increment: 100 / files.length,
        });
        const entry = await inspectEntry(uri, client, host);
        if (isCancelled(token)) return { entries, more: true };
        if ('verdict' in entry) verdicts.set(uri, entry.verdict);
        entries.push(entry);
      }
      return { entries, more: more || isCancelled(token) };
    });
  } finally {
    client.stop();
  }
}

async function inspectEntry(uri: Uri, client: ModelClient, host: ModelHost): Promise<FolderEntry> {
  try {
    const { verdict, view } = await client.inspect(fileName(uri), await readModel(uri, host));
    return { uri, verdict, format: view.format };
  } catch (error) {
    return { uri, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Read anew each time: it changes while files are inspected. */
function isCancelled(token: CancellationToken): boolean {
  return token.isCancellationRequested;
}
