import type { SourceProblem } from '../model';

/** One cell of a notebook, from an `.ipynb` file or from an editor. */
export interface NotebookCell {
  readonly kind: 'code' | 'markdown' | 'raw';
  /** Language of the cell; that of the notebook where the cell names none. */
  readonly language: string;
  readonly text: string;
  /** Text of the outputs, as shown; empty when there are none or they are not known. */
  readonly outputs: readonly string[];
}

export interface Notebook {
  readonly language: string;
  readonly cells: readonly NotebookCell[];
  readonly problems: readonly SourceProblem[];
}
