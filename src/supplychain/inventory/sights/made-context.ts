import type { ApiIndex } from '../../../analysis/api-index';
import type { SourceModel } from '../../../source/model';

/** What a part is read with. */
export interface MadeContext {
  readonly model: SourceModel;
  readonly apis: ApiIndex;
  readonly path: string;
}
