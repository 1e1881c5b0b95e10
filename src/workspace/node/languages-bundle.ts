import { createRequire } from 'node:module';
import type { FurtherLanguages } from '../../source/front-ends';

/** The bundle's name, beside the one that asks for it. */
export const LANGUAGES_BUNDLE = 'languages.js';

/** Loads the front ends of all languages but Python: a workspace may do without them, and reading them is a part of a start. */
export function loadLanguagesBundle(): Promise<FurtherLanguages> {
  const requireBundle = createRequire(__filename);
  const { FURTHER_LANGUAGES } = requireBundle(`./${LANGUAGES_BUNDLE}`) as {
    FURTHER_LANGUAGES: FurtherLanguages;
  };
  return Promise.resolve(FURTHER_LANGUAGES);
}
