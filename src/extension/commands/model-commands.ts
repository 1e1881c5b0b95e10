import { commands, Uri, window, workspace, type OpenDialogOptions } from 'vscode';
import { folderItems, folderSummary } from '../model-editor/folder-items';
import { inspectFolder } from '../model-editor/inspect-folder';
import type { ModelHost } from '../model-editor/model-host';
import type { ModelVerdicts } from '../model-editor/model-verdicts';
import { MODEL_EDITOR } from '../names/models';
import type { CommandMap } from './command-map';

type ModelCommands = Pick<CommandMap, 'inspectModel' | 'inspectModelFolder' | 'inspectHuggingFaceCache'>;

/** Commands on model files. Without an argument each asks for a file or folder. */
export function modelCommands(host: ModelHost, verdicts: ModelVerdicts): ModelCommands {
  const inspect = async (folder: Uri): Promise<void> => {
    const result = await inspectFolder(folder, host, verdicts);
    if (result.entries.length === 0) {
      if (!result.more)
        void window.showInformationMessage('MLSecOps: there are no model files in this folder.');
      return;
    }
    const items = folderItems(result.entries, ({ uri }) => workspace.asRelativePath(uri));
    const chosen = await window.showQuickPick(items, {
      title: `Model files: ${folderSummary(result)}`,
      placeHolder: 'Open a file to see what loading it would do',
      matchOnDescription: true,
    });
    if (chosen) await openModel(chosen.entry.uri);
  };
  return {
    inspectModel: async (argument) => {
      const uri = uriOf(argument) ?? activeFile() ?? (await ask({ canSelectFiles: true }));
      if (uri) await openModel(uri);
    },
    inspectModelFolder: async (argument) => {
      const uri = uriOf(argument) ?? (await ask({ canSelectFolders: true, canSelectFiles: false }));
      if (uri) await inspect(uri);
    },
    inspectHuggingFaceCache: async () => {
      const folder = host.huggingFaceCache?.();
      if (!folder) throw new Error('In a browser there is no Hugging Face cache to read.');
      await requireFolder(folder);
      await inspect(folder);
    },
  };
}

function openModel(uri: Uri): Thenable<void> {
  return commands.executeCommand('vscode.openWith', uri, MODEL_EDITOR);
}

function uriOf(argument: unknown): Uri | undefined {
  return argument instanceof Uri ? argument : undefined;
}

function activeFile(): Uri | undefined {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = typeof input === 'object' && input !== null && 'uri' in input ? input.uri : undefined;
  return uri instanceof Uri && uri.scheme !== 'untitled' ? uri : undefined;
}

async function ask(
  kind: Pick<OpenDialogOptions, 'canSelectFiles' | 'canSelectFolders'>,
): Promise<Uri | undefined> {
  const [chosen] = (await window.showOpenDialog({ ...kind, openLabel: 'Inspect' })) ?? [];
  return chosen;
}

async function requireFolder(folder: Uri): Promise<void> {
  try {
    await workspace.fs.stat(folder);
  } catch {
    throw new Error(`There is no Hugging Face cache at ${folder.fsPath}.`);
  }
}
