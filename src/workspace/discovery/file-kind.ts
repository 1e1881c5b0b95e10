import type { SourceKind } from './source-kind';

/** What a file is taken for: a program or configuration, or a model. */
export type FileKind = SourceKind | ModelKind;

/** A file that is inspected as a model. */
export interface ModelKind {
  /** Whether it is a model for certain, by its name or because the user named it; else its content has to say so. */
  readonly model: 'named' | 'perhaps';
}

export function isModelKind(kind: FileKind): kind is ModelKind {
  return 'model' in kind;
}
