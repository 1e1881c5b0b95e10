import type { CellOutput } from '../../analysis/rule';
import { joinCells } from '../../source/notebook/join-cells';
import type { NotebookCell } from '../../source/notebook/notebook';
import type { OpenNotebook, OpenSource, OpenText } from '../documents/open-source';
import { outputKey } from '../documents/saved-outputs';
import type { WireLocator } from './wire-locator';
import { NotebookDocumentLocator } from './notebook-document-locator';
import { TextDocumentLocator } from './text-document-locator';

/** An open source in the form the engine takes. */
export interface AnalysableSource {
  /** Undefined when no front end reads the language. */
  readonly text: string | undefined;
  readonly locator: WireLocator;
  readonly outputs: readonly CellOutput[];
}

/** Reads a text document as it is and a notebook as the program its cells make together. */
export function analysableSource(source: OpenSource): AnalysableSource {
  return source.kind === 'text' ? ofText(source) : ofNotebook(source);
}

function ofText({ document }: OpenText): AnalysableSource {
  const text = document.languageId === 'python' ? document.getText() : undefined;
  return { text, locator: new TextDocumentLocator(document), outputs: [] };
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
  return { text: program.text, locator: new NotebookDocumentLocator(notebook, program), outputs };
}
