import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ChangeNotebookParams, DocumentItem, OpenNotebookParams } from '../connection/params';
import { uriKey } from '../files/uri-path';
import type { OpenCell, OpenNotebook } from './open-source';
import { updated } from './text-store';

type CellParams = OpenNotebookParams['notebookDocument']['cells'][number];
type StructureChange = NonNullable<NonNullable<ChangeNotebookParams['change']['cells']>['structure']>;

const CODE_CELL = 2;

/** The notebooks the client has open, found by their own uri or by that of a cell. */
export class NotebookStore {
  private readonly open = new Map<string, OpenNotebook>();
  private readonly notebookOfCell = new Map<string, string>();

  get(uri: string): OpenNotebook | undefined {
    const key = uriKey(uri);
    return this.open.get(this.notebookOfCell.get(key) ?? key);
  }

  all(): Iterable<OpenNotebook> {
    return this.open.values();
  }

  add({ notebookDocument, cellTextDocuments }: OpenNotebookParams): OpenNotebook {
    const documents = byUri(cellTextDocuments.map(create));
    return this.keep({
      kind: 'notebook',
      uri: notebookDocument.uri,
      version: notebookDocument.version,
      cells: cellsOf(notebookDocument.cells, documents),
      outputs: new Map(),
    });
  }

  /** @throws RangeError for a notebook that is not open. */
  change({ notebookDocument: { uri, version }, change }: ChangeNotebookParams): OpenNotebook {
    const known = this.known(uri);
    let cells = known.cells;
    if (change.cells?.structure) cells = restructured(cells, change.cells.structure);
    if (change.cells?.data) cells = withKinds(cells, change.cells.data);
    const documents = byUri(cells.map(({ document }) => document));
    for (const { document, changes } of change.cells?.textContent ?? []) {
      const cell = documents.get(document.uri);
      if (cell) updated(cell, document.version, changes);
    }
    return this.keep({ ...known, version, cells });
  }

  /** Takes in the outputs that the saved file has. */
  setOutputs(uri: string, outputs: OpenNotebook['outputs']): OpenNotebook | undefined {
    const known = this.open.get(uriKey(uri));
    return known && this.keep({ ...known, outputs });
  }

  remove(uri: string): OpenNotebook | undefined {
    const known = this.open.get(uriKey(uri));
    for (const cell of known?.cells ?? []) this.notebookOfCell.delete(uriKey(cell.document.uri));
    this.open.delete(uriKey(uri));
    return known;
  }

  private known(uri: string): OpenNotebook {
    const known = this.open.get(uriKey(uri));
    if (!known) throw new RangeError(`changed before it was opened: ${uri}`);
    return known;
  }

  private keep(state: OpenNotebook): OpenNotebook {
    this.remove(state.uri);
    const key = uriKey(state.uri);
    for (const { document } of state.cells) this.notebookOfCell.set(uriKey(document.uri), key);
    this.open.set(key, state);
    return state;
  }
}

function restructured(cells: readonly OpenCell[], { array, didOpen }: StructureChange): readonly OpenCell[] {
  const documents = byUri([...cells.map(({ document }) => document), ...(didOpen ?? []).map(create)]);
  const after = [...cells];
  after.splice(array.start, array.deleteCount, ...cellsOf(array.cells ?? [], documents));
  return after;
}

/** A cell that turns from code to Markdown, or back, keeps its place. */
function withKinds(cells: readonly OpenCell[], changed: readonly CellParams[]): readonly OpenCell[] {
  const kinds = new Map(changed.map(({ document, kind }) => [document, kind === CODE_CELL]));
  return cells.map((cell) => ({ ...cell, isCode: kinds.get(cell.document.uri) ?? cell.isCode }));
}

/** Cells whose text never came keep their place as empty ones: later indexes must not shift. */
function cellsOf(cells: readonly CellParams[], documents: ReadonlyMap<string, TextDocument>): OpenCell[] {
  return cells.map(({ kind, document }) => ({
    isCode: kind === CODE_CELL,
    document: documents.get(document) ?? TextDocument.create(document, '', 0, ''),
  }));
}

function create({ uri, languageId, version, text }: DocumentItem): TextDocument {
  return TextDocument.create(uri, languageId, version, text);
}

function byUri(documents: readonly TextDocument[]): ReadonlyMap<string, TextDocument> {
  return new Map(documents.map((document) => [document.uri, document]));
}
