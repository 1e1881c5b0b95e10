import { commands, Uri, window, workspace, type OpenDialogOptions } from 'vscode';
import { compareModels, type CompareInput } from '../model-editor/compare-models';
import { fileName } from '../model-editor/file-name';
import { folderItems, folderSummary } from '../model-editor/folder-items';
import { inspectFolder } from '../model-editor/inspect-folder';
import { verifyCommand, type VerifyCommandInput } from '../model-editor/signatures/verify-command';
import { MODEL_EDITOR, MODEL_EDITOR_OPTION } from '../names/models';
import type { CommandMap } from './command-map';

type ModelCommands = Pick<
  CommandMap,
  'inspectModel' | 'inspectModelFolder' | 'inspectHuggingFaceCache' | 'compareModels' | 'verifyModel'
>;

/** Commands on model files. Without an argument each asks for a file or folder. */
export function modelCommands(input: CompareInput & VerifyCommandInput): ModelCommands {
  const { host, verdicts } = input;
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
      const uri = uriOf(argument) ?? activeFile() ?? (await ask({}));
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
    compareModels: async (argument, selection) => {
      const [first, second] = selectedPair(selection) ?? [];
      const left =
        first ??
        uriOf(argument) ??
        activeModel() ??
        (await ask({ title: 'Compare Model File', openLabel: 'Compare' }));
      if (!left) return;
      const right =
        second ??
        (await ask({
          title: `Compare ${fileName(left)} With`,
          openLabel: 'Compare',
          defaultUri: Uri.joinPath(left, '..'),
        }));
      if (right) await compareModels(left, right, input);
    },
    verifyModel: async (argument) => {
      const uri =
        uriOf(argument) ??
        activeModel() ??
        (await ask({
          title: 'Verify Model',
          openLabel: 'Verify',
          canSelectFolders: true,
          canSelectFiles: true,
        }));
      if (uri) await verifyCommand(uri, input);
    },
  };
}

function openModel(uri: Uri): Thenable<void> {
  return commands.executeCommand('vscode.openWith', uri, MODEL_EDITOR);
}

function uriOf(argument: unknown): Uri | undefined {
  return argument instanceof Uri ? argument : undefined;
}

/** The two files that are selected in the explorer, in its order. */
function selectedPair(selection: unknown): readonly [Uri, Uri] | undefined {
  if (!Array.isArray(selection)) return undefined;
  const [left, right, ...more] = selection.map(uriOf);
  return left && right && more.length === 0 ? [left, right] : undefined;
}

function activeFile(): Uri | undefined {
  const { uri } = activeInput();
  return uri instanceof Uri && uri.scheme !== 'untitled' ? uri : undefined;
}

/** The file of the model editor that has the focus. */
function activeModel(): Uri | undefined {
  const { viewType } = activeInput();
  return viewType === MODEL_EDITOR || viewType === MODEL_EDITOR_OPTION ? activeFile() : undefined;
}

/** What the tab with the focus shows; which of the two it has depends on its kind. */
function activeInput(): { readonly uri?: unknown; readonly viewType?: unknown } {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  return typeof input === 'object' && input !== null ? input : {};
}

async function ask(options: OpenDialogOptions): Promise<Uri | undefined> {
  const [chosen] = (await window.showOpenDialog({ openLabel: 'Inspect', ...options })) ?? [];
  return chosen;
}

async function requireFolder(folder: Uri): Promise<void> {
  try {
    await workspace.fs.stat(folder);
  } catch {
    throw new Error(`There is no Hugging Face cache at ${folder.fsPath}.`);
  }
}
