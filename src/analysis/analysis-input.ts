import type { SourceModel } from '../source/model';
import type { PackageVersions } from './package-versions';
import type { CellOutput } from './rule';

/** One document to analyse. */
export interface AnalysisInput {
  readonly model: SourceModel;
  /** Workspace-relative with `/`. */
  readonly path: string;
  readonly packages: PackageVersions;
  /** Outputs of a notebook. */
  readonly outputs?: readonly CellOutput[];
}
