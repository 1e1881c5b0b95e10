import { parseOnce } from '../../source/front-ends';
import { LineIndex } from '../../source/line-index';
import { joinCells } from '../../source/notebook/join-cells';
import { notebookContent } from '../../source/notebook/notebook-content';
import { readNotebook } from '../../source/notebook/read-notebook';
import type { LocatedProblem } from './file-result';
import { NotebookLocator } from './notebook-locator';
import type { ReadableSource } from './read-source';

/** Reads an `.ipynb` file as the program that its cells make together, with the outputs beside it. */
export function readNotebookSource(text: string, problems: readonly LocatedProblem[]): ReadableSource {
  const notebook = readNotebook(text);
  const program = joinCells(notebook.cells);
  const lines = new LineIndex(text);
  const ofNotebook = notebook.problems.map(({ kind, message, range }) => ({
    kind,
    message,
    location: { start: lines.positionAt(range.start), end: lines.positionAt(range.end) },
  }));
  return {
    ...parseOnce(program.text, { language: 'python', role: undefined }),
    content: notebookContent(program),
    outputs: program.cells.flatMap(({ index, range }) =>
      (notebook.cells[index]?.outputs ?? []).map((output) => ({ cell: index, text: output, source: range })),
    ),
    locator: new NotebookLocator(text, lines, program),
    problems: [...problems, ...ofNotebook],
  };
}
