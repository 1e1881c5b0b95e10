import { leadsAway } from '../names/leads-away';
import type { JsonObject } from '../json/json-value';
import type { Tell } from './inspect-keras-config';

/** Layers whose vocabulary may be the name of a file, which is read while the model is loaded. */
export const VOCABULARY_LAYERS: ReadonlySet<string> = new Set([
  'StringLookup',
  'IntegerLookup',
  'IndexLookup',
  'TextVectorization',
]);

/** A vocabulary that is read from somewhere else ends up in the model, for whoever asks for it (CVE-2025-12058). */
export function inspectVocabulary(layer: string, config: JsonObject, tell: Tell): void {
  for (const key of ['vocabulary', 'idf_weights']) {
    const path = config.text(key);
    if (path === undefined || path === '') continue;
    if (leadsAway(path)) tell('malicious', `The ${key} of a ${layer} layer is read from "${path}".`, path);
    else if (!path.startsWith('assets/'))
      tell(
        'suspicious',
        `The ${key} of a ${layer} layer is read from a file beside the program: "${path}".`,
        path,
      );
  }
}
