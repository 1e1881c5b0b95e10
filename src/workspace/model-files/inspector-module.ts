import type { inspectModel } from '../../models/inspect';
import type { Budget } from '../../models/budget';
import { lateModule } from '../../source/late-module';

/** What is loaded when the first model file turns up: a project may have none. */
export interface InspectorModule {
  readonly inspectModel: typeof inspectModel;
  readonly Budget: typeof Budget;
}

const { loadWith, get } = lateModule<InspectorModule>('Model files cannot be inspected in this process.');

export { loadWith as loadInspectorWith, get as inspectorModule };
