import {
  CodeActionKind,
  PositionEncodingKind,
  TextDocumentSyncKind,
  type InitializeResult,
} from 'vscode-languageserver';

export const DIAGNOSTIC_SOURCE = 'mlsecops';
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.mlsecops`;
export const NOTEBOOK_TYPE = 'jupyter-notebook';

/** What `initialize` answers. */
export const INITIALIZE_RESULT: InitializeResult = {
  serverInfo: { name: 'MLSecOps Lens' },
  capabilities: {
    // Every client must speak UTF-16, and JavaScript strings are UTF-16: no position is ever converted.
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    // No cell filter: the index of a cell then counts all cells, as the client does.
    notebookDocumentSync: { notebookSelector: [{ notebook: NOTEBOOK_TYPE }], save: true },
    diagnosticProvider: {
      identifier: DIAGNOSTIC_SOURCE,
      interFileDependencies: false,
      workspaceDiagnostics: false,
    },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
};
