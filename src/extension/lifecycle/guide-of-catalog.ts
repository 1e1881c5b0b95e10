import type { Guide } from '../../catalog/catalog';
import { guideOf } from '../../catalog/entries';
import { Relations } from '../../catalog/relations';
import type { PanelCatalog } from '../../protocol/panel-catalog';

/** A catalog as views look things up in it. */
export interface CatalogGuide {
  readonly guide: Guide;
  readonly relations: Relations;
}

const known = new WeakMap<PanelCatalog, CatalogGuide>();

/** The entries of a catalog by id and how they are related; made once for each catalog. */
export function guideOfCatalog(catalog: PanelCatalog): CatalogGuide {
  const made = known.get(catalog);
  if (made) return made;
  const guide = guideOf({ ...catalog, synonyms: [] });
  const result = { guide, relations: new Relations(guide) };
  known.set(catalog, result);
  return result;
}
