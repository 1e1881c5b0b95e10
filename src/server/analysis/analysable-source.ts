import type { CellOutput } from '../../analysis/rule';
import type { DocumentContent } from '../../source/content/document-content';
import type { DocumentKind } from '../../source/document-kind';
import { joinCells } from '../../source/notebook/join-cells';
import type { NotebookCell } from '../../source/notebook/notebook';
import { notebookContent } from '../../source/notebook/notebook-content';
import type { OpenNotebook, OpenSource, OpenText } from '../documents/open-source';
import { outputKey } from '../documents/saved-outputs';
import type { WireLocator } from './wire-locator';
import { NotebookDocumentLocator } from './notebook-document-locator';
import { openDocumentKind } from './open-document-kind';
import { TextDocumentLocator } from './text-document-locator';

/** An open source in the form the engine takes. */
export interface AnalysableSource {
  /** Undefined when no front end reads the language. */
  readonly text: string | undefined;
  readonly kind: DocumentKind;
  /** Commands of a notebook; the content of other documents comes from their front end. */
  readonly content?: DocumentContent;
  readonly locator: WireLocator;
  readonly outputs: readonly CellOutput[];
}

const PYTHON: DocumentKind = { language: 'python', role: undefined };

/**
 * Reads a text document as it is and a notebook as the program its cells make together.
 *
 * @param path of the document, relative to its project
 */
export function analysableSource(source: OpenSource, path: string): AnalysableSource {
  return source.kind === 'text' ? ofText(source, path) : ofNotebook(source);
}

function ofText({ document }: OpenText, path: string): AnalysableSource {
  const kind = openDocumentKind(path, document.languageId);
  const text = kind && document.getText();
  return { text, kind: kind ?? PYTHON, locator: new TextDocumentLocator(document), outputs: [] };
}

function ofNotebook(notebook: OpenNotebook): AnalysableSource {
  const cells = notebook.cells.map(({ isCode, document }): NotebookCell => {
    const text = document.getText();
    return {
      kind: isCode ? 'code' : 'markdown',
      language: document.languageId,
      text,
      outputs: (isCode && notebook.outputs.get(outputKey(text))) || [],
    };
  });
  const program = joinCells(cells);
  const outputs = program.cells.flatMap(({ index, range }) =>
    (cells[index]?.outputs ?? []).map((text) => ({ cell: index, text, source: range })),
  );
  const content = notebookContent(program);
  return {
    text: program.text,
    kind: PYTHON,
    content,
    locator: new NotebookDocumentLocator(notebook, program),
    outputs,
  };
}
