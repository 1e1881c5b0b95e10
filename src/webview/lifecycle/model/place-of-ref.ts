import type { Place } from '../state/panel-state';
import type { CatalogIndex } from './catalog-index';

/** Where a link to an entry leads: to the page of a stage or lifecycle in the diagram, to the entry's page otherwise. */
export function placeOfRef(ref: string, present: Place, index: CatalogIndex): Partial<Place> {
  const slash = ref.indexOf('/');
  const kind = ref.slice(0, slash);
  const id = ref.slice(slash + 1);
  const stage = kind === 'stages' ? index.stage(id) : undefined;
  if (stage) return { lifecycle: stage.lifecycle, stage: id };
  if (kind === 'lifecycles') return { lifecycle: id };
  return { stage: present.stage, entry: ref };
}
