import type { inspectModel } from '../../models/inspect';
import type { Budget } from '../../models/budget';

/** What is loaded when the first model file turns up: a project may have none. */
export interface InspectorModule {
  readonly inspectModel: typeof inspectModel;
  readonly Budget: typeof Budget;
}

let load: (() => Promise<InspectorModule>) | undefined;
let loading: Promise<InspectorModule> | undefined;

/** Says where the inspection of model files comes from. */
export function loadInspectorWith(loader: () => Promise<InspectorModule>): void {
  load = loader;
  loading = undefined;
}

/** @throws Error when it cannot be loaded; the next call tries again */
export async function inspectorModule(): Promise<InspectorModule> {
  if (!load) throw new Error('Model files cannot be inspected in this process.');
  loading ??= load();
  try {
    return await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
