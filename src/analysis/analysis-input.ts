import type { DocumentContent } from '../source/content/document-content';
import type { DocumentRole } from '../source/document-kind';
import type { SourceModel } from '../source/model';
import type { PackageVersions } from './package-versions';
import type { CellOutput } from './rule';
import type { Imported } from './summaries/imported';

/** One document to analyse. */
export interface AnalysisInput {
  readonly model: SourceModel;
  /** Workspace-relative with `/`. */
  readonly path: string;
  readonly packages: PackageVersions;
  /** What the document holds besides code: configuration, commands (also those of a notebook), packages, texts. */
  readonly content?: DocumentContent | undefined;
  readonly role?: DocumentRole | undefined;
  /** What is known of the modules that the document imports; the model must be linked to it: {@link Imported.link}. */
  readonly imported?: Imported | undefined;
  /** Outputs of a notebook. */
  readonly outputs?: readonly CellOutput[];
}
