import * as v from 'valibot';

/** The parts of LSP parameters that the server reads; whatever else a client sends is ignored. */
const uint = v.pipe(v.number(), v.integer(), v.minValue(0));
const uri = v.pipe(v.string(), v.minLength(1));
const version = v.pipe(v.number(), v.integer());

const folder = v.object({ uri, name: v.optional(v.string()) });
export const initialize = v.object({
  capabilities: v.looseObject({}),
  workspaceFolders: v.optional(v.nullable(v.array(folder))),
  rootUri: v.optional(v.nullable(v.string())),
  initializationOptions: v.optional(v.unknown()),
});

export const position = v.object({ line: uint, character: uint });
export const range = v.object({ start: position, end: position });

export const documentIdentifier = v.object({ uri });
export const documentItem = v.object({ uri, languageId: v.string(), version, text: v.string() });

export const contentChange = v.object({ range: v.optional(range), text: v.string() });

export const openDocument = v.object({ textDocument: documentItem });
export const changeDocument = v.object({
  textDocument: v.object({ uri, version }),
  contentChanges: v.array(contentChange),
});
export const ofDocument = v.object({ textDocument: documentIdentifier });
export const atPosition = v.object({ textDocument: documentIdentifier, position });

const notebookCell = v.object({ kind: v.picklist([1, 2]), document: uri });
export const openNotebook = v.object({
  notebookDocument: v.object({
    uri,
    notebookType: v.string(),
    version,
    cells: v.array(notebookCell),
  }),
  cellTextDocuments: v.array(documentItem),
});
export const changeNotebook = v.object({
  notebookDocument: v.object({ uri, version }),
  change: v.object({
    cells: v.optional(
      v.object({
        structure: v.optional(
          v.object({
            array: v.object({ start: uint, deleteCount: uint, cells: v.optional(v.array(notebookCell)) }),
            didOpen: v.optional(v.array(documentItem)),
            didClose: v.optional(v.array(documentIdentifier)),
          }),
        ),
        data: v.optional(v.array(notebookCell)),
        textContent: v.optional(
          v.array(v.object({ document: v.object({ uri, version }), changes: v.array(contentChange) })),
        ),
      }),
    ),
  }),
});
export const ofNotebook = v.object({ notebookDocument: documentIdentifier });

export const pullDiagnostics = v.object({
  textDocument: documentIdentifier,
  previousResultId: v.optional(v.nullable(v.string())),
});
export const codeAction = v.object({
  textDocument: documentIdentifier,
  range,
  context: v.object({
    diagnostics: v.array(v.looseObject({ range, code: v.optional(v.union([v.string(), v.number()])) })),
    only: v.optional(v.array(v.string())),
  }),
});

export const changedConfiguration = v.object({ settings: v.optional(v.unknown()) });
export const watchedFiles = v.object({ changes: v.array(v.object({ uri, type: uint })) });
export const changedFolders = v.object({
  event: v.object({ added: v.array(folder), removed: v.array(folder) }),
});

export const ofUri = v.object({ uri });
export const search = v.object({
  // Longer ones are no search any more, and fuzzy matching takes its time with them.
  query: v.pipe(v.string(), v.maxLength(200)),
  limit: v.optional(v.pipe(uint, v.minValue(1), v.maxValue(100))),
});
export const scan = v.object({ workDoneToken: v.optional(v.union([v.string(), v.number()])) });

export type Initialize = v.InferOutput<typeof initialize>;
export type ContentChange = v.InferOutput<typeof contentChange>;
export type DocumentItem = v.InferOutput<typeof documentItem>;
export type OpenNotebookParams = v.InferOutput<typeof openNotebook>;
export type ChangeNotebookParams = v.InferOutput<typeof changeNotebook>;
export type CodeActionQuery = v.InferOutput<typeof codeAction>;
