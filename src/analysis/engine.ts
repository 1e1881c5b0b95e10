import type { Catalog } from '../catalog/catalog';
import type { SourceModel } from '../source/model';
import { ApiIndex } from './api-index';
import type { Configuration } from './configuration/configuration';
import type { DocumentAnalysis } from './document-analysis';
import type { PackageVersions } from './package-versions';
import type { CellOutput, Rule } from './rule';

/** One document to analyse. */
export interface AnalysisInput {
  readonly model: SourceModel;
  /** Workspace-relative with `/`. */
  readonly path: string;
  readonly packages: PackageVersions;
  /** Outputs of a notebook, with the cell each belongs to. */
  readonly outputs?: readonly CellOutput[];
  /** Ranges of a notebook's cells in the joined program, by cell index. */
  readonly cells?: ReadonlyMap<number, { readonly start: number; readonly end: number }>;
}

/** Runs the rules of one configuration over documents. Cheap to make again when the configuration changes. */
export class Engine {
  readonly apis: ApiIndex;

  constructor(
    readonly catalog: Catalog,
    readonly rules: readonly Rule[],
    readonly configuration: Configuration,
  ) {
    this.apis = new ApiIndex([...configuration.apis, ...catalog.apis]);
  }

  /** Words of which a text must hold at least one for any active rule to find something in it. */
  triggerWords(): readonly string[] {
    throw new Error('written next');
  }

  analyze(input: AnalysisInput): DocumentAnalysis {
    throw new Error(`written next: ${input.path}`);
  }
}
