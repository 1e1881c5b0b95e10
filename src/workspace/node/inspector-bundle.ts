import { createRequire } from 'node:module';
import type { InspectorModule } from '../model-files/inspector-module';

/** The bundle's name, beside the one that asks for it. */
export const INSPECTOR_BUNDLE = 'inspector.js';

/** Loads what looks into model files: a workspace may have none, and reading it would be a part of every start. */
export function loadInspectorBundle(): Promise<InspectorModule> {
  const requireBundle = createRequire(__filename);
  return Promise.resolve(requireBundle(`./${INSPECTOR_BUNDLE}`) as InspectorModule);
}
