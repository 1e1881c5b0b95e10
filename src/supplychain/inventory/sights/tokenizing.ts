import type { PartKind } from '../part-kind';
import type { Sighting } from '../sighting';
import { referenceTo } from './part-reference';

const MODELS: readonly PartKind[] = ['model', 'embedding-model', 'adapter'];

/** Tokenizers with the models of a document that come from the same repository: they split the texts for them. */
export function withModels(sightings: readonly Sighting[]): Sighting[] {
  return sightings.map((one) => {
    if (one.kind !== 'tokenizer' || one.guess) return one;
    const models = sightings.filter(
      ({ kind, name, origin }) => MODELS.includes(kind) && name === one.name && origin === one.origin,
    );
    const sameVersion = models.filter(({ version }) => version === one.version);
    const [model, ...others] = sameVersion.length > 0 ? sameVersion : models;
    const isCertain = model !== undefined && others.every(({ version }) => version === model.version);
    return isCertain ? { ...one, joined: [{ ...referenceTo(model), join: 'tokenizes' }] } : one;
  });
}
