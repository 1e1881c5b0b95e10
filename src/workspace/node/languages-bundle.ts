import type { FurtherLanguages } from '../../source/front-ends';
import { bundleBeside } from './bundle-beside';

/** The bundle's name, beside the one that asks for it. */
export const LANGUAGES_BUNDLE = 'languages.js';

/** Loads the front ends of all languages but Python: a workspace may do without them, and reading them is a part of a start. */
export function loadLanguagesBundle(): Promise<FurtherLanguages> {
  const scope = globalThis as { mlsecopsLanguages?: FurtherLanguages };
  return Promise.resolve(bundleBeside(LANGUAGES_BUNDLE, () => scope.mlsecopsLanguages));
}
