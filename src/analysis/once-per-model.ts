import type { SourceModel } from '../source/model';

/**
 * Remembers what is worked out from a whole document, so that a rule may ask for it at every call without reading the document
 * every time. A model never changes, so the answer holds as long as the model is in use.
 */
export function oncePerModel<T>(work: (model: SourceModel) => T): (model: SourceModel) => T {
  const known = new WeakMap<SourceModel, { readonly answer: T }>();
  return (model) => {
    let found = known.get(model);
    if (!found) known.set(model, (found = { answer: work(model) }));
    return found.answer;
  };
}
