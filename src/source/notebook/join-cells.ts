import { blankCommands } from './blank-commands';
import type { NotebookCell } from './notebook';
import type { NotebookCommand, NotebookProgram, ProgramCell } from './notebook-program';

/** Joins the Python code cells of a notebook to one program, a line break between two. */
export function joinCells(cells: readonly NotebookCell[]): NotebookProgram {
  const texts: string[] = [];
  const programCells: ProgramCell[] = [];
  const commands: NotebookCommand[] = [];
  let start = 0;
  cells.forEach((cell, index) => {
    if (cell.kind !== 'code' || cell.language !== 'python') return;
    const blanked = blankCommands(cell.text);
    texts.push(blanked.text);
    programCells.push({ index, range: { start, end: start + cell.text.length } });
    for (const { kind, text, range } of blanked.commands) {
      commands.push({ kind, text, range: { start: range.start + start, end: range.end + start } });
    }
    start += cell.text.length + 1;
  });
  return { text: texts.join('\n'), cells: programCells, commands };
}
