import type { Range } from 'vscode-languageserver-types';

/** A place in a file that a row leads to. A finding is one. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
  /** Index of the notebook cell; the range is then within it. */
  readonly cell?: number;
}
