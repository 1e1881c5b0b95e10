import { NO_CONTENT, type DocumentContent } from '../content/document-content';
import type { NotebookProgram } from './notebook-program';

/** What a notebook holds besides Python: the commands of its shell lines and magics. */
export function notebookContent(program: Pick<NotebookProgram, 'commands'>): DocumentContent {
  return program.commands.length === 0 ? NO_CONTENT : NO_CONTENT;
}
