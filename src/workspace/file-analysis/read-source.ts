import type { CellOutput } from '../../analysis/rule';
import { decodeSource } from '../../source/decode';
import type { DocumentContent } from '../../source/content/document-content';
import { parseOnce } from '../../source/front-ends';
import type { SourceModel } from '../../source/model';
import type { SourceKind } from '../discovery/source-kind';
import type { LocatedProblem } from './file-result';
import type { Locator } from './locator';
import { readNotebookSource } from './read-notebook-source';
import { TextLocator } from './text-locator';

/** A file in the form the engine takes, or what is wrong with it. */
export type FileSource =
  ReadableSource | { readonly model: undefined; readonly problems: readonly LocatedProblem[] };

export interface ReadableSource {
  readonly model: SourceModel;
  readonly content: DocumentContent | undefined;
  readonly outputs: readonly CellOutput[];
  readonly locator: Locator;
  /** Problems of reading the file; those of the code are in the model. */
  readonly problems: readonly LocatedProblem[];
}

/** Decodes and parses a file. Never throws on any bytes. */
export function readSource(kind: SourceKind, bytes: Uint8Array): FileSource {
  const decoded = decodeSource(bytes);
  if (decoded.text === undefined) {
    return {
      model: undefined,
      problems: [{ kind: 'encoding', message: decoded.reason, location: FILE_START }],
    };
  }
  const { text } = decoded;
  const problems = decoded.problems.map(({ kind: reason, message }) => ({
    kind: reason,
    message,
    location: FILE_START,
  }));
  if (kind.isNotebook) return readNotebookSource(text, problems);
  const { model, content } = parseOnce(text, kind);
  return { model, content, outputs: [], locator: new TextLocator(text), problems };
}

const FILE_START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
