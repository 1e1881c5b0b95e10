import type { AnalysisInput } from '../../analysis/analysis-input';
import type { ApiIndex } from '../../analysis/api-index';

/** A document and the API knowledge it is read with. */
export type CollectInput = AnalysisInput & { readonly apis: ApiIndex };
