import type { TextRange } from '../range';

/** A notebook's code cells joined to one program, in order, with magics and shell lines blanked out. */
export interface NotebookProgram {
  /** Same length as the joined cell texts: blanking keeps every offset. */
  readonly text: string;
  readonly cells: readonly ProgramCell[];
  readonly commands: readonly NotebookCommand[];
}

export interface ProgramCell {
  /** Index in the notebook, counting all cells. */
  readonly index: number;
  /** The cell's text in the program. */
  readonly range: TextRange;
}

/** A magic (`%pip install x`, `%%bash`) or shell line (`!wget ...`). */
export interface NotebookCommand {
  readonly kind: 'magic' | 'shell';
  readonly text: string;
  readonly range: TextRange;
}
