import type { InspectorModule } from '../model-files/inspector-module';
import { bundleBeside } from './bundle-beside';

/** The bundle's name, beside the one that asks for it. */
export const INSPECTOR_BUNDLE = 'inspector.js';

/** Loads what looks into model files: a workspace may have none, and reading it would be a part of every start. */
export function loadInspectorBundle(): Promise<InspectorModule> {
  const scope = globalThis as { mlsecopsInspector?: InspectorModule };
  return Promise.resolve(bundleBeside(INSPECTOR_BUNDLE, () => scope.mlsecopsInspector));
}
