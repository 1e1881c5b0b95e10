import { documentKind, type DocumentKind } from '../../source/document-kind';
import { isProgramLanguage } from '../../source/program-language';

/** What a file is read as. */
export interface SourceKind extends DocumentKind {
  /** A notebook's cells are read as one program. */
  readonly isNotebook?: true;
}

const MB = 1024 * 1024;

/** Larger programs are reported and not read: generated tables and data pasted into code, not something a person wrote. */
const PROGRAM_LIMIT = 5 * MB;
/** Notebooks carry their outputs, pictures included. */
export const NOTEBOOK_LIMIT = 100 * MB;
/** Lock files of large projects reach a few megabytes. */
const LOCK_LIMIT = 16 * MB;
/** Larger configuration is data: it is passed by without a word when its name says nothing. */
const CONFIGURATION_LIMIT = MB;

/** As many bytes of a file as are read. */
export function sizeLimit({ language, role, isNotebook }: SourceKind): number {
  if (isNotebook) return NOTEBOOK_LIMIT;
  if (isProgramLanguage(language)) return PROGRAM_LIMIT;
  return role === 'package-lock' ? LOCK_LIMIT : CONFIGURATION_LIMIT;
}

/** Whether a file that is too large is worth a word: a program is, data is not. */
export function isMissedWhenLarge({ language, role }: SourceKind): boolean {
  return isProgramLanguage(language) || role !== undefined;
}

/** How a file of this path is read; undefined when it is no source we know. */
export function sourceKind(path: string): SourceKind | undefined {
  if (path.endsWith('.ipynb')) return { language: 'python', role: undefined, isNotebook: true };
  const kind = documentKind(path);
  return kind && !isMadeByMachine(path, kind) ? kind : undefined;
}

/** Declarations without code, and programs that a bundler packed. */
function isMadeByMachine(path: string, { language }: DocumentKind): boolean {
  if (language !== 'javascript' && language !== 'typescript') return false;
  return /\.d\.[cm]?ts$|[.-]min\.[cm]?js$|\.bundle\.js$/u.test(path);
}
